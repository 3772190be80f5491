package compact

import (
	"cmp"
	"encoding"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"slices"
	"sync"
)

// A plan says how values of a type are written and read.
type plan struct {
	encode func(*encoder, reflect.Value)
	decode func(*decoder, reflect.Value) // into a value that can be set
	shape  uint64                        // of the type, names of fields included
	fields []field                       // of a struct
	about  string                        // what shape is a hash of
}

type field struct {
	name  string
	index int
	plan  *plan
}

func (p *plan) field(name string) *field {
	for i := range p.fields {
		if p.fields[i].name == name {
			return &p.fields[i]
		}
	}
	return nil
}

var (
	plans    sync.Map // reflect.Type → *plan
	appender = reflect.TypeFor[encoding.BinaryAppender]()
	reader   = reflect.TypeFor[encoding.BinaryUnmarshaler]()
)

// planOf makes the plan of a type, once. Types that hold themselves have none.
func planOf(t reflect.Type) (*plan, error) { return plannedWithin(t, nil) }

func plannedWithin(t reflect.Type, within []reflect.Type) (*plan, error) {
	if p, ok := plans.Load(t); ok {
		return p.(*plan), nil
	}
	if slices.Contains(within, t) {
		return nil, fmt.Errorf("compact: the type %s holds itself", t)
	}
	p, err := planFor(t, append(within, t))
	if err != nil {
		return nil, err
	}
	h := fnv.New64a()
	h.Write([]byte(p.about))
	p.shape = h.Sum64()
	plans.Store(t, p)
	return p, nil
}

func planFor(t reflect.Type, within []reflect.Type) (*plan, error) {
	if reflect.PointerTo(t).Implements(appender) && reflect.PointerTo(t).Implements(reader) {
		return &plan{encode: encodeBinary, decode: decodeBinary, about: t.String()}, nil
	}
	switch k := t.Kind(); {
	case k == reflect.Bool:
		return &plan{encode: encodeBool, decode: decodeBool, about: "bool"}, nil
	case k >= reflect.Int && k <= reflect.Int64:
		return &plan{encode: encodeInt, decode: decodeInt, about: "int"}, nil
	case k >= reflect.Uint && k <= reflect.Uint64:
		return &plan{encode: encodeUint, decode: decodeUint, about: "uint"}, nil
	case k == reflect.Float32 || k == reflect.Float64:
		return &plan{encode: encodeFloat, decode: decodeFloat, about: "float"}, nil
	case k == reflect.String:
		return &plan{encode: encodeString, decode: decodeString, about: "string"}, nil
	case k == reflect.Slice && t.Elem().Kind() == reflect.Uint8:
		return &plan{encode: encodeBytes, decode: decodeBytes, about: "bytes"}, nil
	case k == reflect.Slice, k == reflect.Array, k == reflect.Pointer:
		p, err := plannedWithin(t.Elem(), within)
		if err != nil {
			return nil, err
		}
		return listPlan(t, p)
	case k == reflect.Map:
		return mapPlan(t, within)
	case k == reflect.Struct:
		return structPlan(t, within)
	}
	return nil, fmt.Errorf("compact: %s cannot be written", t)
}

func encodeBinary(e *encoder, v reflect.Value) {
	if !v.CanAddr() { // in a map
		w := reflect.New(v.Type())
		w.Elem().Set(v)
		v = w.Elem()
	}
	b, err := v.Addr().Interface().(encoding.BinaryAppender).AppendBinary(nil)
	if err != nil && e.err == nil {
		e.err = err
	}
	e.string(string(b))
}

func decodeBinary(d *decoder, v reflect.Value) {
	s := d.string()
	if d.err == nil && v.Addr().Interface().(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte(s)) != nil {
		d.fail()
	}
}

func encodeBool(e *encoder, v reflect.Value) {
	if v.Bool() {
		e.out = append(e.out, 1)
	} else {
		e.out = append(e.out, 0)
	}
}

func decodeBool(d *decoder, v reflect.Value) {
	switch d.uint() {
	case 0:
		v.SetBool(false)
	case 1:
		v.SetBool(true)
	default:
		d.fail()
	}
}

func encodeInt(e *encoder, v reflect.Value) { e.uint(zigzag(v.Int())) }

func decodeInt(d *decoder, v reflect.Value) {
	n := unzigzag(d.uint())
	if v.OverflowInt(n) {
		d.fail()
		return
	}
	v.SetInt(n)
}

func encodeUint(e *encoder, v reflect.Value) { e.uint(v.Uint()) }

func decodeUint(d *decoder, v reflect.Value) {
	n := d.uint()
	if v.OverflowUint(n) {
		d.fail()
		return
	}
	v.SetUint(n)
}

func encodeFloat(e *encoder, v reflect.Value) { e.float(v.Float()) }

func decodeFloat(d *decoder, v reflect.Value) { v.SetFloat(math.Float64frombits(d.uint64())) }

func encodeString(e *encoder, v reflect.Value) { e.string(v.String()) }

func decodeString(d *decoder, v reflect.Value) { v.SetString(d.string()) }

func encodeBytes(e *encoder, v reflect.Value) {
	if v.IsNil() {
		e.uint(0)
		return
	}
	e.uint(uint64(v.Len()) + 1)
	e.out = append(e.out, v.Bytes()...)
}

func decodeBytes(d *decoder, v reflect.Value) {
	n, isNil := d.length()
	if isNil {
		v.SetZero()
		return
	}
	v.SetBytes(append([]byte{}, d.bytes(uint64(n))...))
}

// listPlan is the plan of a slice, an array or a pointer to what p is for.
func listPlan(t reflect.Type, p *plan) (*plan, error) {
	switch {
	case t.Kind() == reflect.Pointer:
		return pointerPlan(t, p), nil
	case t.Kind() == reflect.Array:
		return &plan{about: fmt.Sprintf("[%d]%s", t.Len(), p.about), encode: func(e *encoder, v reflect.Value) {
			for i := range v.Len() {
				p.encode(e, v.Index(i))
			}
		}, decode: func(d *decoder, v reflect.Value) {
			for i := range v.Len() {
				p.decode(d, v.Index(i))
			}
		}}, nil
	case p.about == "{}":
		return nil, fmt.Errorf("compact: %s is a list of nothing", t)
	}
	return &plan{about: "[]" + p.about, encode: func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.uint(0)
			return
		}
		n := v.Len()
		e.uint(uint64(n) + 1)
		for i := range n {
			p.encode(e, v.Index(i))
		}
	}, decode: func(d *decoder, v reflect.Value) {
		n, isNil := d.length()
		if isNil {
			v.SetZero()
			return
		}
		v.Set(reflect.MakeSlice(t, n, n))
		for i := 0; i < n && d.err == nil; i++ {
			p.decode(d, v.Index(i))
		}
	}}, nil
}

func pointerPlan(t reflect.Type, p *plan) *plan {
	return &plan{about: "*" + p.about, encode: func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.out = append(e.out, 0)
			return
		}
		e.out = append(e.out, 1)
		p.encode(e, v.Elem())
	}, decode: func(d *decoder, v reflect.Value) {
		switch d.uint() {
		case 0:
			v.SetZero()
		case 1:
			v.Set(reflect.New(t.Elem()))
			p.decode(d, v.Elem())
		default:
			d.fail()
		}
	}}
}

func mapPlan(t reflect.Type, within []reflect.Type) (*plan, error) {
	key, err := plannedWithin(t.Key(), within)
	if err != nil {
		return nil, err
	}
	value, err := plannedWithin(t.Elem(), within)
	if err != nil {
		return nil, err
	}
	order := func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) }
	switch {
	case t.Key().Kind() == reflect.String:
	case key.about == "int":
		order = func(a, b reflect.Value) int { return cmp.Compare(a.Int(), b.Int()) }
	default:
		return nil, fmt.Errorf("compact: %s is a map by neither strings nor integers", t)
	}
	return &plan{about: "map[" + key.about + "]" + value.about, encode: func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.uint(0)
			return
		}
		e.uint(uint64(v.Len()) + 1)
		keys := v.MapKeys()
		slices.SortFunc(keys, order)
		for _, k := range keys {
			key.encode(e, k)
			value.encode(e, v.MapIndex(k))
		}
	}, decode: func(d *decoder, v reflect.Value) {
		n, isNil := d.length()
		if isNil {
			v.SetZero()
			return
		}
		v.Set(reflect.MakeMapWithSize(t, n))
		for i := 0; i < n && d.err == nil; i++ {
			k, x := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
			key.decode(d, k)
			value.decode(d, x)
			v.SetMapIndex(k, x)
		}
	}}, nil
}

func structPlan(t reflect.Type, within []reflect.Type) (*plan, error) {
	p := &plan{about: "{"}
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		inner, err := plannedWithin(f.Type, within)
		if err != nil {
			return nil, fmt.Errorf("%w, in %s of %s", err, f.Name, t)
		}
		p.fields = append(p.fields, field{f.Name, i, inner})
		p.about += f.Name + " " + inner.about + ";"
	}
	p.about += "}"
	fields := p.fields
	p.encode = func(e *encoder, v reflect.Value) {
		for i := range fields {
			fields[i].plan.encode(e, v.Field(fields[i].index))
		}
	}
	p.decode = func(d *decoder, v reflect.Value) {
		for i := range fields {
			fields[i].plan.decode(d, v.Field(fields[i].index))
		}
	}
	return p, nil
}
