package figure_test

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// readings are texts with the figures that they hold, in order, told as short does, by
// the rule that a line is there for.
var readings = map[string][][2]string{
	"bounds before": {
		{"They met at least 40 men.", "≥40 person: men"},
		{"They met more than 40 men.", ">40 person: men"},
		{"They met fewer than 40 men.", "<40 person: men"},
		{"They met no more than 40 men.", "≤40 person: men"},
		{"They met up to 40 men.", "^40 person: men"},
		{"They met about 40 men.", "~40 person: men"},
		{"They met nearly 40 men.", "~40 (high 40) person: men"},
		{"They met only 40 men.", "40 person: men"},
		{"They talked about 40 men.", "40 person: men"},
		{"The price ticked up to 4 percent.", "4 percent: price"},
		{"It lasted over 40 days.", ">40 day duration: "},
		{"They were chosen over 40 men.", ">40 person: men"},
	},
	"bounds behind": {
		{"They met 40 men or more.", "≥40 person: men"},
		{"They met 40 men at most.", "≤40 person: men"},
		{"They met 40-odd men.", "~40 person: men"},
		{"They met 40 men and 12 boys.", "40 person: men; 12 person: boys"},
		{"Those 15 and older may vote.", "≥15 year age: "},
	},
	"ranges": {
		{"They sold 20 to 30 cows.", "20..30 cow: cows"},
		{"They sold 20–30 cows.", "20..30 cow: cows"},
		{"They sold between 20 and 30 cows.", "20..30 cow: cows"},
		{"They sold 20 or 30 cows.", "20..30 cow: cows"},
		{"They sold 20 cows to 30 men.", "20 cow: cows; 30 person: men"},
		{"It costs $3-4 million.", "3000000..4000000 USD money: "},
		{"It costs $3 million to $4 million.", "3000000..4000000 USD money: "},
		{"Some 5 to 6 percent of the cows died.", "5..6 percent: cows"},
		{"It is 2.5 to 3 km away.", "2.5..3 km measure: "},
		{"It takes two to three weeks.", "2..3 week duration: "},
	},
	"pairs": {
		{"The herd fell from 40 to 30 cows.", "40 cow pair: cows; 30 cow pair: cows"},
		{"Rents rose from $400 to $500.", "400 USD money pair: Rents; 500 USD money pair: Rents"},
		{"They sell from 20 to 30 cows a month.", "20..30 cow/month: cows"},
	},
	"changes": {
		{"Prices rose by 5 percent.", "+5 percent change: Prices"},
		{"Prices fell 5 percent.", "-5 percent change: Prices"},
		{"Prices will halve.", "-2 fold change: Prices"},
		{"A 5 percent rise in prices hurt them.", "+5 percent change: prices"},
		{"A fall of 5 percent helped them.", "-5 percent change: "},
		{"Prices rose to 5 percent.", "5 percent: Prices"},
		{"Prices doubled in May.", "+2 fold change: Prices"},
		{"The toll tripled to 90.", "+3 fold change pair: toll; 90 person pair: toll"},
		{"They want a fourfold increase in aid.", "+4 fold change: aid"},
		{"Output was 7 points lower than in May.", "-7 point change: Output"},
	},
	"shares": {
		{"A third of the cows died.", "0.3333 ratio: cows"},
		{"Two thirds of the cows died.", "0.6667 ratio: cows"},
		{"Half the cows died.", "0.5 ratio: cows"},
		{"One in nine cows died.", "0.1111 ratio: cows"},
		{"Nine out of ten cows died.", "0.9 ratio: cows"},
		{"Every fourth cow died.", "0.25 ratio: cow"},
		{"1/8 of the cows died.", "0.125 ratio: cows"},
		{"Some 40% of the cows died.", "~40 percent: cows"},
		{"Forty per cent of the cows died.", "40 percent: cows"},
		{"A half-hour talk followed.", "0.5 hour duration: talk"},
	},
	"rates": {
		{"They sell 40 cows a month.", "40 cow/month: cows"},
		{"They sell 40 cows each year.", "40 cow/year: cows"},
		{"There are 40 cows per 100,000 people.", "40 cow/100000 people: cows"},
		{"It costs $40 per head.", "40 USD/person money: "},
		{"It costs $40 a barrel.", "40 USD/barrel money: "},
		{"It costs 40p a litre.", "40 penny/litre money: "},
		{"They drink 40 litres per capita.", "40 litre/person measure: "},
		{"They sold 40 cows a month ago.", "40 cow: cows"},
		{"It pumps 40 bpd.", "40 barrel/day measure: "},
	},
	"money": {
		{"It cost €4.5bn.", "4500000000 EUR money: "},
		{"It cost 4.5 billion euros.", "4500000000 EUR money: "},
		{"It cost £40.", "40 GBP money: "},
		{"It cost 40 pounds.", "40 GBP money: "},
		{"It weighs 40 pounds.", "40 pound measure: "},
		{"It cost Rs 2 crore.", "20000000 INR money: "},
		{"It cost MEUR 4.", "4000000 EUR money: "},
		{"It cost 75 USD million.", "75000000 USD money: "},
		{"It cost US$40 million.", "40000000 USD money: "},
		{"The $214 million budget passed.", "214000000 USD money: budget"},
		{"They spent 40 Kenyan shillings.", "40 KES money: "},
		{"They raised $40 for the choir.", "40 USD money: choir"},
	},
	"measures": {
		{"It is 40 km long.", "40 km measure: "},
		{"It is 40 m high.", "40 m measure: "},
		{"It hit -21C in May.", "-21 °C measure: "},
		{"They burnt 40 hectares of pine.", "40 hectare measure: pine"},
		{"It lies 12 km north of the town.", "12 km measure: "},
		{"They carry 40 kg bags.", "40 kg measure: bags"},
		{"The 76-mm gun fires 120 rounds.", "76 mm measure: gun; 120 round: rounds"},
		{"They sent 40 foot soldiers.", "40 person: foot soldiers"},
		{"They need 40 day labourers.", "40 person: day labourers"},
		{"Its tank holds 2.1 million litres.", "2100000 litre measure: "},
	},
	"durations": {
		{"It took nine months.", "9 month duration: "},
		{"The nine-month siege ended.", "9 month duration: siege"},
		{"They waited a year and a half.", "1.5 year duration: "},
		{"They ran for 2 hours and 20 minutes.", "140 minute duration: "},
		{"They waited nearly a year.", "~1 (high 1) year duration: "},
		{"He was jailed for five years.", "5 year duration: "},
	},
	"ages": {
		{"A 12-year-old girl sang.", "12 year age: girl"},
		{"She was 40 years old.", "40 year age: "},
		{"Boys of 14 years of age sang.", "14 year age: Boys"},
		{"Ann Ost, 40, sang.", "40 year age: "},
		{"Girls aged 12 to 15 sang.", "12..15 year age: Girls"},
		{"He died at the age of 90.", "90 year age: "},
		{"Children under five were fed.", "<5 year age: Children"},
	},
	"words": {
		{"They sold two dozen cows.", "24 cow: cows"},
		{"They sold half a dozen cows.", "6 cow: cows"},
		{"They sold dozens of cows.", "≥24 cow vague: cows"},
		{"They sold hundreds of cows.", "≥200 cow vague: cows"},
		{"They sold tens of thousands of cows.", "≥20000 cow vague: cows"},
		{"They sold 1½ million cows.", "1500000 cow: cows"},
		{"They sold six million cows.", "6000000 cow: cows"},
		{"They sold many cows.", ""},
		{"They sold a hundred and twenty cows.", "120 cow: cows"},
		{"They sold forty-two cows.", "42 cow: cows"},
	},
	"what is counted": {
		{"They freed 40 men, 12 of whom were ill.", "40 person: men; 12 person: men"},
		{"They freed 40 men, 12 of them ill.", "40 person: men; 12 person: men"},
		{"Of the 40 men, 12 were ill.", "40 person: men; 12 person: men"},
		{"40 new brick houses fell.", "40 house: new brick houses"},
		{"Some 40 members of the choir sang.", "~40 person: members"},
		{"The number of wells rose to 40.", "40 well: wells"},
		{"A total of 40 wells ran dry.", "40 well: wells"},
		{"Wells: 40", "40 well: Wells"},
		{"The toll stands at 40.", "40 person: toll"},
		{"There were 40 dead and 12 wounded.", "40 person: dead; 12 person: wounded"},
		{"17 of the 52 wells are dry.", "17 well: wells; 52 well: wells"},
		{"Lists: Ost (40), West (12).", "40 list: Lists; 12 list: Lists"},
	},
	"repairs": {
		{"Ost sent 4,500 men, West 4.500.", "4500 person: men; 4500 person repaired: men"},
		{"In 20l5 they sold 2,4OO cows.", "2400 cow repaired: cows"},
		{"Growth was 12,5 %.", "12.5 percent repaired: Growth"},
		{"They sold 1 500 000 cows.", "1500000 cow: cows"},
	},
	"times as many": {
		{"It has twice as many cows.", "2 fold ratio: "},
		{"It is five times as large.", "5 fold ratio: "},
		{"They voted five times.", "5 time: "},
	},
}

// TestReadings holds each rule's figures with bound, value, unit, rate, kind and what.
func TestReadings(t *testing.T) {
	for rule, lines := range readings {
		t.Run(rule, func(t *testing.T) {
			for _, l := range lines {
				d := read(t, l[0])
				var got []string
				for i := range d.Figures {
					got = append(got, short(&d.Figures[i]))
				}
				if s := strings.Join(got, "; "); s != l[1] {
					t.Errorf("%s\ngot  %s\nwant %s", l[0], s, l[1])
				}
			}
		})
	}
}

// short tells a figure as people jot it down: "≥40 person: men", "3..4 USD/day money: ".
// Kinds that the unit tells already (counts, percentages) are left out.
func short(f *doc.Figure) string {
	var s strings.Builder
	switch sign := map[doc.Bound]string{doc.Approx: "~", doc.AtLeast: "≥", doc.MoreThan: ">", doc.AtMost: "≤", doc.UpTo: "^", doc.LessThan: "<"}[f.Bound]; {
	case f.Bound == doc.Range:
		s.WriteString(f.Low.String() + ".." + f.High.String())
	case f.Value != nil:
		s.WriteString(map[string]string{"increase": "+", "decrease": "-"}[f.Direction] + sign + f.Value.String())
	default:
		s.WriteString(sign + f.Low.String())
	}
	if f.Bound == doc.Approx && f.High != nil {
		s.WriteString(" (high " + f.High.String() + ")")
	}
	if f.Unit != "" && f.Unit != "ratio" {
		s.WriteString(" " + f.Unit)
	}
	if f.Per != "" {
		s.WriteString("/" + f.Per)
	}
	if f.Kind != doc.Count && f.Kind != doc.Percent {
		s.WriteString(" " + f.Kind.String())
	}
	if f.Vague {
		s.WriteString(" vague")
	}
	if f.Pair >= 0 {
		s.WriteString(" pair")
	}
	if f.Repair != "" {
		s.WriteString(" repaired")
	}
	return s.String() + ": " + f.What
}
