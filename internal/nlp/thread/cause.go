package thread

// A Cause is what struck the people whom a report counts, as a set: a landslide is
// told of as one of many things.
type Cause uint16

const (
	ByQuake Cause = 1 << iota
	ByWater
	ByFire
	ByViolence
	ByTraffic
	ByIllness
	ByCold
	ByHunger
	ByCollapse
)

// asunder reports whether two figures are told of causes that have nothing in common.
func (r *Record) asunder(s *Record) bool {
	return r.Cause != 0 && s.Cause != 0 && r.Cause&s.Cause == 0
}
