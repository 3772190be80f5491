package nlp

import "testing"

// Surnames in capitals in running text are people; abbreviations are not.
func TestSurnamesInCapitals(t *testing.T) {
	checkMarked(t, map[string]string{
		"justices": "[John Paul MARLOWE|PERSON] read the opinion, in which [SUTTER|PERSON], [BARNETT|PERSON], and [BREUER|PERSON] joined.",
		"delegate": "Mr. [Jean DUMONT|PERSON] ([France|PLACE]) took the floor. [DUMONT|PERSON] said the budget was late.",
		"minutes":  "[HOFMANN|PERSON] chaired the session, and [KOWALSKI|PERSON] kept the minutes.",
		"bodies":   "The talks between [UNRWA|ORG] and [OCHA|ORG] ended on Monday.",
	})
}
