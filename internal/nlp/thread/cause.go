package thread

// A Cause is what struck the people whom a report counts, as a set: a landslide is
// told of as one of many things.
type Cause uint16

// What struck people.
const (
	ByQuake    Cause = 1 << iota // the ground shook
	ByWater                      // floods and storms
	ByFire                       // what burns
	ByViolence                   // people who mean it
	ByTraffic                    // on roads, rails, water and in the air
	ByIllness                    // what is caught
	ByCold                       // the weather, cold or hot
	ByHunger                     // want of food
	ByCollapse                   // buildings and pits that fell in
)

// asunder reports whether two figures are told of causes that have nothing in common.
func (r *Record) asunder(s *Record) bool {
	return r.Cause != 0 && s.Cause != 0 && r.Cause&s.Cause == 0
}
