package index

import (
	"fmt"
	"strings"

	"analyze/internal/doc"
)

// otherValues are other ways to write values of fields.
var otherValues = map[string]map[string]string{
	"type": {
		"organisation": "org", "organization": "org", "organisations": "org", "organizations": "org", "orgs": "org", "people": "person", "persons": "person",
		"groups": "group", "places": "place", "countries": "country", "cities": "city", "town": "city", "regions": "region", "percentage": "percent",
		"counts": "count", "ratios": "ratio", "ages": "age", "durations": "duration", "measures": "measure", "changes": "change", "currency": "money",
	},
	"unit": {
		"%": "percent", "percentage": "percent", "$": "usd", "dollar": "usd", "dollars": "usd", "us$": "usd", "€": "eur", "euro": "eur", "euros": "eur",
		"£": "gbp", "pound": "gbp", "pounds": "gbp", "people": "person", "persons": "person", "years": "year", "months": "month", "days": "day",
		"weeks": "week", "hours": "hour", "countries": "country", "km²": "km2",
	},
	"lang": {
		"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt", "dutch": "nl", "russian": "ru",
		"arabic": "ar", "turkish": "tr", "persian": "fa", "farsi": "fa", "kurdish": "ckb", "hindi": "hi", "swedish": "sv", "danish": "da",
		"norwegian": "no", "finnish": "fi", "polish": "pl", "ukrainian": "uk", "chinese": "zh", "japanese": "ja", "hebrew": "he", "greek": "el",
	},
	"in": {
		"titles": "title", "headings": "heading", "bylines": "byline", "quotes": "quote", "quotation": "quote", "lists": "list", "tables": "table",
		"captions": "caption", "footnotes": "footnote", "note": "footnote", "notes": "footnote", "text": "body", "pull-quote": "pullquote",
	},
	"bound": {"exactly": "exact", "about": "approx", "approximate": "approx", "minimum": "at_least", "over": "more_than", "maximum": "at_most", "under": "less_than", "between": "range"},
}

// closedValues are all values of fields that have no others.
var closedValues = map[string][]string{
	"in": func() (out []string) {
		for k := doc.Body; k <= doc.Boilerplate; k++ {
			out = append(out, k.String())
		}
		return out
	}(),
	"bound": func() (out []string) {
		for b := doc.Exact; b <= doc.Change; b++ {
			out = append(out, b.String())
		}
		return out
	}(),
}

// keyValue is a value of a field as records have it. The error is a
// *SyntaxError where there can be no such value.
func keyValue(field, value string) (string, error) {
	v := strings.ToLower(strings.TrimSpace(value))
	if field == "bound" {
		v = strings.NewReplacer(" ", "_", "-", "_").Replace(v)
	}
	if other := otherValues[field][v]; other != "" {
		return other, nil
	}
	closed := closedValues[field]
	best, at := 3, ""
	for _, c := range closed {
		if c == v {
			return v, nil
		}
		if d := Distance(c, v); d < best {
			best, at = d, c
		}
	}
	if closed == nil {
		return v, nil
	}
	hint := "write one of " + strings.Join(closed, ", ")
	if at != "" {
		hint = fmt.Sprintf("did you mean %s:%s?", field, at)
	}
	return "", &SyntaxError{-1, field + ":" + value + " is not known", hint}
}
