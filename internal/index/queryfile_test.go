package index

import (
	"reflect"
	"strings"
	"testing"
)

func TestReadQueries(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		head   string
		column int
		rows   []string // cells with | between
	}{
		"a list":                 {"foreign fighters\n\n  \"night bus\" OR ferry \n\"night bus\"\n", "query", 0, []string{`foreign fighters`, `"night bus" OR ferry`, `"night bus"`}},
		"a list has no columns":  {"grain, wheat\nvalue:1,000..2,000\n", "query", 0, []string{`grain, wheat`, `value:1,000..2,000`}},
		"doubled quotes":         {`"""night bus"" ferry"` + "\n\"\"\"x\"\"\"", "query", 0, []string{`"night bus" ferry`, `"x"`}},
		"quotes left open":       {`"night bus` + "\nferry", "query", 0, []string{`"night bus`, `ferry`}},
		"other ends of lines":    {"\ufeffone\r\ntwo\rthree", "query", 0, []string{"one", "two", "three"}},
		"query in a list":        {"the query\nsecond", "query", 0, []string{"the query", "second"}},
		"nothing":                {"\n\n", "query", 0, nil},
		"one column":             {"query\n\"night bus\"\nferry\n", "query", 0, []string{`"night bus"`, `ferry`}},
		"all in quotes":          {"\"id\",\"query\"\n\"1\",\"night bus\"\n\"2\",\"\"\"night bus\"\"\"\n", "id|query", 1, []string{`1|night bus`, `2|"night bus"`}},
		"phrases by hand":        {"id,Query,note\n1,\"night bus\",x\n2,\"night bus\" ferry,\"a, b\"\n3,ferry \"bus, night\",y\n", "id|Query|note", 1, []string{`1|"night bus"|x`, `2|"night bus" ferry|a, b`, `3|ferry "bus, night"|y`}},
		"quotes that are needed": {"query,note\n\"night, bus\",z\n\"a \"\"b c\"\"\",\"two\nlines\"\n", "query|note", 0, []string{"night, bus|z", "a \"b c\"|two\nlines"}},
		"semicolons":             {"id;query\n1;\"night bus\"\n2;a, b\n", "id|query", 1, []string{`1|"night bus"`, `2|a, b`}},
		"tabs":                   {"query\tid\nnight bus\t7\n", "query|id", 0, []string{`night bus|7`}},
		"short and long rows":    {"id,query,note\n1\n2,ferry\n3,bus,a,b\n4,,x\n5, ,\n", "id|query|note", 1, []string{`2|ferry|`, `3|bus|a|b`}},
		"inches":                 {"query,id\nrail 5\" gauge,1\n\"left open,2\n", "query|id", 0, []string{`rail 5" gauge|1`, `"left open|2`}},
		"no end of line":         {"id,query\n1,", "id|query", 1, nil},
	} {
		f := ReadQueries(c.text)
		var got []string
		for _, r := range f.Rows {
			got = append(got, strings.Join(r, "|"))
		}
		if strings.Join(f.Head, "|") != c.head || f.Column != c.column || !reflect.DeepEqual(got, c.rows) {
			t.Errorf("%s: %q, column %d:\n%q, want\n%q", name, f.Head, f.Column, got, c.rows)
		}
	}
}

// Rows are as long as the head at least, and no query is blank.
func FuzzReadQueries(f *testing.F) {
	f.Add("id,query\n1,\"night bus\"\n")
	f.Add("\"query\";x\n\"a\"\"b\";\"\n")
	f.Add("\"\"\"x\"\"\"\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		q := ReadQueries(text)
		for _, r := range q.Rows {
			if len(r) < len(q.Head) || strings.TrimSpace(r[q.Column]) == "" {
				t.Fatalf("%q of %q", r, q.Head)
			}
		}
	})
}
