package corpus

import (
	"strings"
	"time"
)

// dateForms are the forms of dates that metadata come in beside ISO 8601.
var dateForms = []string{
	time.RFC1123Z, time.RFC1123, time.RFC850, time.ANSIC, time.RFC822Z, time.RFC822,
	"January 2, 2006", "2 January 2006", "Jan 2, 2006", "2 Jan 2006", "Mon Jan 2 15:04:05 MST 2006", "Mon Jan 2 15:04:05 2006",
}

// longDate reads a date with the name of its month; "" if s is none.
func longDate(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 60 {
		return ""
	}
	for _, f := range dateForms {
		if t, err := time.Parse(f, s); err == nil && t.Year() > 1400 && t.Year() < 2100 {
			return t.Format("2006-01-02")
		}
	}
	return ""
}
