// Package timex reads the times that English text names, "the first half of 2012",
// "since March", "a year earlier", and gives them dates.
//
// Reading and dating are two steps, as in TIMEX3 (ISO 24617-1), whose four kinds of
// value are here: a date, a period with two ends, one end of a period, and a length
// (P18M). A [Reader] finds an [Expression] among the [Atom]s of a sentence by recursive
// descent; every rule looks at a bounded number of atoms, so that the whole is linear
// in the length of the text. [Expression.Resolve] then counts from where the
// expression counts from: from nothing, the day of publication, or the time that was
// named before. Dates are those of ISO 8601, as precise as the text is and no more.
//
// Which of the times of a sentence belongs to what it states is not known here. All
// functions may be called from several goroutines at once; a Reader is one sentence's.
package timex

// A Base says what an expression counts from.
type Base uint8

const (
	Absolute Base = iota // the text gives the year, or a length that ends at publication
	Yearless             // a month or day whose year the context gives
	Deictic              // counts from publication: last year
	Anaphor              // counts from the time named before: a year earlier
	SameSpan             // the months of the time named before, in another year
)

// A Unit says what an expression that counts moves by, or moves to.
type Unit byte

const (
	Itself      Unit = 0   // the time that was named
	InYears     Unit = 'Y' // Steps are years
	InMonths    Unit = 'M' // Steps are months
	InWeeks     Unit = 'W' // Steps are weeks
	InDays      Unit = 'D' // Steps are days
	ToWeekday   Unit = 'd' // a day of the week
	ToSeason    Unit = 'S' // a season; the sign of Steps says on which side
	ToMonth     Unit = 'N' // a month by name, likewise
	ToQuarter   Unit = 'Q' // a quarter of the calendar year; Steps are quarters
	ToSchool    Unit = 'A' // a school year, from August to July
	ToDecadeEnd Unit = 'T' // the last year of the decade
	ToWeek      Unit = 'K' // the week whose number in the year Steps is
	ToCovered   Unit = 'C' // the period that the document is a report of
)

// An Expression is a time as a sentence words it, without a date where it counts from
// something.
type Expression struct {
	First, Last int // the words it takes up, half-open, by Atom.Word; whoever reads sets them
	Base        Base
	Period      Period // what the text says by itself; years are 0 where Base is not Absolute
	Steps       int    // for Deictic and Anaphor: how far to move
	Unit        Unit
	Part        int  // month of the year that "end of" and the like mean, 0 for none
	Partial     bool // a part word stands before: early 2017
	OpenEnd     bool // "since" stands before
	OpenStart   bool // "until" stands before
	Bare        bool // a season that nothing puts into a year: "in the spring"
	Before      bool // of Anaphor: all the time that Steps say, "the two weeks before"

	weekday int         // of ToWeekday, as time.Weekday counts
	inner   *Expression // of SameSpan: the year
	week    bool        // the seven days that end there
}
