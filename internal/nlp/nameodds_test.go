package nlp

import "testing"

// What rules take for a name by its capitals and the model does not is none.
func TestModelHeard(t *testing.T) {
	checkMarked(t, map[string]string{
		"list":                "The ministry put the firm on its Blocked Suppliers List in March.",
		"treaty":              "They spoke of the 1894 Hartley Treaty at length.",
		"title of a film":     "The Hungarian title of the film is Szomorú Vasárnap.",
		"commander":           "She wrote to the Commander in Chief and to the Speaker of the day.",
		"fled from":           "Fugitives from Justice were handed over under the treaty.",
		"chapter":             "It was written in XML, as chapter XVI explains.",
		"office":              "Minister of Foreign Trade [Ann Field|PERSON] told Vice President [Okello|PERSON].",
		"slogan":              "This has been the most Peaceful World in years, he said.",
		"titled all the same": "It was Mr. [Brandvold-Okoye|PERSON] who asked.",
		"listed in full":      "Then [Concern Worldwide|ORG] and [Black Lives Matter|ORG] wrote.",
	})
}

// Letters in brackets behind a law, a treaty or a term are no body, neither there nor
// later.
func TestLettersOfDeeds(t *testing.T) {
	checkMarked(t, map[string]string{
		"treaty": "The Trade Promotion Agreement (TPA) did it. Under the TPA goods are free.",
		"law":    "The Border Fisheries Act (BFA) did it. Lawyers cite the BFA in vain.",
		"term":   "The fund grew to 40 million in Fiscal Year (FY) 2024.",
		"row":    "They spoke of women, peace, and security (WPS). He wrote of WPS in vain.",
		"body":   "The [Border Fisheries Agency|ORG] ([BFA|ORG]) did it. Lawyers sue the [BFA|ORG] in vain.",
	})
}
