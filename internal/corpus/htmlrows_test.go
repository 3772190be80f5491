package corpus

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Of each page the first four cells are read; what stands behind the tables is
// read too, however their tags are written.
func TestFirstRows(t *testing.T) {
	for name, x := range map[string]struct {
		page, want string
		kept, left int
	}{
		"few":      {"<table><tr><td>1<td>2<tr><td>3<td>4</table>", "<table><tr><td>1<td>2<tr><td>3<td>4</table>", 0, 0},
		"rows":     {"a<table><tr><td>1<td>2<tr><td>3<td>4<tr><td>5<td>6<tr><td>7</table>b", "a<table><tr><td>1<td>2<tr><td>3<td>4</table>b", 2, 2},
		"within":   {"<TABLE><TR><TH>1<TD>2<TD>3<TR><TD>4<TD>5<TD>6</TABLE>b", "<TABLE><TR><TH>1<TD>2<TD>3</TABLE>b", 1, 1},
		"one row":  {"<table><tr><td>1<td>2<td>3<td>4<td>5<td>6</table>b", "<table><tr><td>1<td>2<td>3<td>4</table>b", 1, 0},
		"tables":   {"<table><tr><td>1<td>2<td>3</table>m<table><tr><td>4<td>5</table>n<table><tr><td>6</table>o", "<table><tr><td>1<td>2<td>3</table>m<table></table>n<table></table>o", 1, 2},
		"inner":    {"<table><tr><td><table><tr><td>1<td>2<td>3<tr><td>4<tr><td>5</table>x<tr><td>y</table>z", "<table><tr><td><table><tr><td>1<td>2<td>3</table>x</table>z", 2, 3},
		"no table": {"<tr><td>1<td>2<td>3<td>4<tr><td>5", "<tr><td>1<td>2<td>3<td>4", 1, 1},
		"words":    {"<p>a <td> b < td <script>'<td><td><td><td><td>'</script>", "<p>a <td> b < td <script>'<td><td><td><td><td>'</script>", 0, 0},
	} {
		got, kept, left := firstRows(x.page, 4)
		if got != x.want || kept != x.kept && left > 0 || left != x.left {
			t.Errorf("%s: %q, %d kept, %d left out\nwant %q, %d, %d", name, got, kept, left, x.want, x.kept, x.left)
		}
	}
}

// A page of a million cells is read in part and says so once.
func TestPageOfCells(t *testing.T) {
	page := "<html><body><h1>Clinics by district</h1><p>The ministry counts them each year, and prints what it finds.</p><table>" +
		strings.Repeat("<tr>"+strings.Repeat("<td>17</td>", 100)+"</tr>", 10_000) + "</table><p>Figures of the last year are provisional until the census is done.</p></body></html>"
	var d doc.Document
	if err := readHTML([]byte(page), &d); err != nil {
		t.Fatal(err)
	}
	bound(&d, mostCells, longest)
	if n := strings.Count(d.Text, "17"); n != mostCells {
		t.Errorf("%d cells", n)
	}
	if !strings.Contains(d.Text, "until the census") {
		t.Error("what stands behind the table is not read")
	}
	if got, want := d.Unread(), "only the first 400 of 10,000 rows of its tables were read (40,000 cells at most): split it into parts to have the rest read"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func FuzzFirstRows(f *testing.F) {
	f.Add("<table><tr><td>1<td>2<tr><td>3</table>a", 2)
	f.Add("<tr><!--<td>--><td></table></table><tr><td a='<tr>'>", 1)
	f.Fuzz(func(t *testing.T, page string, cells int) {
		got, kept, left := firstRows(page, max(0, cells))
		if len(got) > len(page) || kept < 0 || left < 0 {
			t.Fatalf("%q: %q, %d, %d", page, got, kept, left)
		}
	})
}
