package record

import (
	"reflect"
	"sync"
)

// A Field is a field of a record as flat formats have it: what is nested stands
// under a dotted name.
type Field struct {
	Name string
	// Type is what the field holds; behind the pointer where it may be null.
	Type     reflect.Type
	Optional bool // may be null

	index []int
}

var fieldsOf sync.Map // of a type: its []Field

// Fields lists the fields of records of the type of sample, in order. The list
// is shared and not to be written to; it may be asked for in several goroutines.
func Fields(sample any) []Field {
	t := reflect.TypeOf(sample)
	if list, ok := fieldsOf.Load(t); ok {
		return list.([]Field)
	}
	list, _ := fieldsOf.LoadOrStore(t, appendFields(nil, t, "", nil))
	return list.([]Field)
}

func appendFields(list []Field, t reflect.Type, prefix string, index []int) []Field {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(index[:len(index):len(index)], i)
		x := Field{Name: prefix + f.Tag.Get("json"), Type: f.Type, index: at}
		if f.Type.Kind() == reflect.Struct {
			list = appendFields(list, f.Type, x.Name+".", at)
			continue
		}
		if x.Optional = f.Type.Kind() == reflect.Pointer; x.Optional {
			x.Type = f.Type.Elem()
		}
		list = append(list, x)
	}
	return list
}

// of is the value of the field in a record; false where it is null.
func (f *Field) of(record reflect.Value) (reflect.Value, bool) {
	v := record
	for _, i := range f.index {
		v = v.Field(i)
	}
	if f.Optional {
		return v.Elem(), !v.IsNil()
	}
	return v, true
}
