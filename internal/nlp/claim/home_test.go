package claim_test

import "testing"

// TestHome reads reports about one country. Wanted are figures with their places,
// none where the world, another country or no place is spoken of.
func TestHome(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kenya's harvest\n\nRain fell across Kenya in May. Farmers in Kitale planted 90 hectares.\n\nPrices rose 12 percent. Worldwide they fell 8 percent. Uganda sold 70 tonnes of maize. It was cheap: 300 shillings a bag.\n\nThe ministry bought 40 trucks. It took two years.\n",
			"90 hectares=Kitale; 12 percent=Kenya; 8 percent=; 70 tonnes=Uganda; 300 shillings a bag=; 40 trucks=Kenya; two years="},
		{"Ferries of Norway\n\nNorway and Sweden run 40 ferries. Sweden and Denmark run 12.\n\nTickets cost 90 euros.\n", "90 euros="},
		{"The board met in May. Tickets cost 90 euros.\n", "90 euros="},
		{"Mali after the vote\n\nThe vote in Mali was held in May. Some 900 French soldiers remain in the country. Paris wants to keep 400.\n", "Some 900 French soldiers=Mali"},
		{"Talks\n\nRussian envoys came to the table, and Russia made an offer. Russian firms met 3 times. The Russian side had 12 advisers.\n\nA contract cost 90 dollars.\n", "90 dollars="},
		{"Herds\n\nThe herds shrank by 5 percent in Mali, against 9 percent in Chad. There are those who are still there, 600 goats.\n", "600 goats="},
		// the label of an entry
		{"PERU: Wheat in Tacna stood at 40 dollars. The ceiling is 30 dollars.\n\nCHILE: Wheat fell. Stocks are at 900 tonnes.\n", "40 dollars=Tacna; 30 dollars=Peru; 900 tonnes=Chile"},
	} {
		wantPlaces(t, c.text, "2016-05-01", c.want)
	}
}
