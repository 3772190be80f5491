package structure

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

const someText = "\n\nThe river rose four metres in the night and took the bridge with it. In June 2011 the same had happened, according to a report of 4 May 2012, and nobody had built a new one.\n\nNobody had been warned, said the mayor, though the engineers had seen the water come for two days.\n"

// Each head of a document gives title, authors, date and where it comes from,
// publisher and place.
func TestMeta(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{"The Bridge", "The Bridge||||"},
		{"The Bridge\nBy Ann Lee, Feb. 13, 2017", "The Bridge|Ann Lee|2017-02-13 byline||"},
		{"The Bridge\n\nBy ANN LEE and BO EK\nThe Harbour Times\nPublished: 3 May 2015 at 10:14", "The Bridge|ANN LEE;BO EK|2015-05-03 header|The Harbour Times|"},
		{"The Bridge\n\nby Ann Lee", "The Bridge|Ann Lee|||"},
		{"The Eastport Courier\nThursday, October 26, 2017\n\nBRIDGE GONE, MAYOR SAYS\n\nFrom wire services", "BRIDGE GONE, MAYOR SAYS||2017-10-26 header|The Eastport Courier|"},
		{"# The Bridge\n\n**Ann Lee**, Institute for River Studies, Geneva\n\n*2016-03-04*", "The Bridge|Ann Lee|2016-03-04 header||Geneva"},
		{"PRESS RELEASE\n\nGeneva, 4 May 2016\n\nBridge to be built again", "Bridge to be built again||2016-05-04 header||Geneva"},
		{"The Bridge and the River: A Study\nAnn Lee and Bo Ek, University of Bergen", "The Bridge and the River: A Study|Ann Lee;Bo Ek|||"},
		{"OPINION\nWhy we need a bridge\nDr. Ann Lee | March 2014", "Why we need a bridge|Ann Lee|2014-03 header||"},
		{"The Bridge\n11/12/2014", "The Bridge||2014 header||"},
		{"The Bridge\n25.12.2014", "The Bridge||2014-12-25 header||"},
		{"By 2015 the bridge was gone and nobody knew why", "By 2015 the bridge was gone and nobody knew why||||"},
	} {
		d := analyse(t, "x.txt", c.head+someText)
		m := d.Meta
		got := fmt.Sprintf("%s|%s|%s|%s|%s", m.Title, strings.Join(m.Authors, ";"), strings.TrimSpace(m.Date+" "+m.DateVia), m.Publisher, m.Place)
		if got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.head, got, c.want)
		}
	}
}

func TestDateline(t *testing.T) {
	for text, want := range map[string]string{
		"CAIRO, May 4, 2015 (Reuters) — The river rose again.":    "Cairo|2015-05-04|Reuters",
		"CAIRO (AP) - The river rose again.":                      "Cairo||AP",
		"NEW YORK, Oct. 25, 2017 (Meridian News) - At least two.": "New York|2017-10-25|Meridian News",
		"KILIS, Turkey, February 9 2016. There is one bakery.":    "Kilis, Turkey|2016-02-09|",
		"AALBORG, Denmark — The file on the desk is thin.":        "Aalborg, Denmark||",
		"Beirut (CNN) — The river rose again.":                    "Beirut||CNN",
		"ACCRA, Feb. 28: The river rose again.":                   "Accra||",
		"ACCRA, 28 February 2014: The river rose again.":          "Accra|2014-02-28|",
		"THE CHAIR: Thank you. We will go on.":                    "none",
		"The river – nobody knows why – rose again.":              "none",
		"UNHCR said that the river rose. It did.":                 "none",
		"Children — mostly girls — were there.":                   "none",
		"In 2015 – a bad year – it rose.":                         "none",
	} {
		l, ok := parseDateline(text)
		got := l.place + "|" + l.date + "|" + l.agency
		if !ok {
			got = "none"
		}
		if got != want {
			t.Errorf("%s\ngot %s, want %s", text, got, want)
		}
	}
}

// The end of a document tells its date where the head does not.
func TestTailDate(t *testing.T) {
	for tail, want := range map[string]string{
		"Signed in Skopje on 12 February 2014.\n\nAnn Lee":      "2014-02-12 text",
		"Done at Geneva, this 4 May 2015.":                      "2015-05-04 text",
		"Geneva, 4 May 2015":                                    "2015-05-04 text",
		"First published 3 May 2015":                            "2015-05-03 text",
		"© 2016 The River Press. All rights reserved.":          "2016 text",
		"They signed it on 12 February 2014, and then no more.": "",
	} {
		d := analyse(t, "x.txt", "The Bridge"+someText+"\n"+tail+"\n")
		if got := strings.TrimSpace(d.Meta.Date + " " + d.Meta.DateVia); got != want {
			t.Errorf("%q: %q, want %q", tail, got, want)
		}
	}
}

func TestPathDate(t *testing.T) {
	for path, want := range map[string]string{
		"2017-02-13-title.txt": "2017-02-13", "news/2017/02/13/x.txt": "2017-02-13", "20170213.txt": "2017-02-13", "x_2017-02.md": "2017-02",
		"report2016.txt": "", "2016/x.txt": "", "000_fd35a84b187fca52.txt": "", "2017-13-40.txt": "", "a/12017-02-13.txt": "",
	} {
		if got := pathDate(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"Feb. 13, 2017": "2017-02-13", "13 February 2017": "2017-02-13", "Thursday, October 26, 2017": "2017-10-26", "2017-02-13T10:00": "2017-02-13", "May 2015": "2015-05", "2015": "2015",
		"Published 9:14 AM EDT, Tue May 7, 2019": "2019-05-07", "3rd of June 2011": "2011-06-03", "13/02/2017": "2017-02-13", "02/13/2017": "2017-02-13", "3/4/2017": "2017", "may be": "", "the march of 300": "", "Room 3.04": "", "1995 to 1998 in all": "1995",
	} {
		if got, _ := parseDate(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What the format of the file said of the document stays as it is, but for the
// day on which the file was made: that counts where the text names none.
func TestMetaKeepsFile(t *testing.T) {
	d := &doc.Document{ID: "2001-01-01.txt", Text: "Another Title\nBy Ann Lee, May 4, 2015" + someText, File: doc.Meta{Title: "The Title", Date: "2014", DateVia: "header", Authors: []string{"Bo Ek"}, Language: "fr"}}
	for _, p := range passes {
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	if m := d.Meta; m.Title != "The Title" || m.Date != "2014" || m.DateVia != "header" || fmt.Sprint(m.Authors) != "[Bo Ek]" || m.Language != "fr" {
		t.Errorf("%+v", m)
	}
	if d.Meta.Words < 50 {
		t.Errorf("%d words", d.Meta.Words)
	}
}

func TestMetaFileDate(t *testing.T) {
	for _, c := range []struct{ text, date, via string }{
		{"A Title\nBy Ann Lee, May 4, 2015" + someText, "2015-05-04", "byline"},
		{"A Title\nBy Ann Lee" + someText, "2014-02-03", "file"},
	} {
		d := &doc.Document{ID: "a.txt", Text: c.text, File: doc.Meta{Date: "2014-02-03", DateVia: "file"}}
		for _, p := range passes {
			if err := p.Run(d); err != nil {
				t.Fatal(err)
			}
		}
		if d.Meta.Date != c.date || d.Meta.DateVia != c.via {
			t.Errorf("%.30q: %s via %s, want %s via %s", c.text, d.Meta.Date, d.Meta.DateVia, c.date, c.via)
		}
	}
}
