package figure

// isPlaceOnGlobe sees coordinates: 36°12′N, 34.5° N.
func (r *reader) isPlaceOnGlobe(k int) string {
	n := &r.nums[k]
	if n.inWords {
		return ""
	}
	mark := r.low(n.last)
	if k > 0 && r.nums[k-1].reason == "coordinates" && n.shape != plainInt && n.shape != grouped && r.besideDegrees(r.nums[k-1].last, n.first) {
		return "coordinates" // "33.783°N / 33.783; 44.500"
	}
	if mark != "°" && mark != "′" && mark != "″" && mark != "'" && mark != "\"" {
		return ""
	}
	if mark != "°" {
		if k > 0 && r.nums[k-1].reason == "coordinates" && n.first == r.nums[k-1].last+1 {
			return "coordinates"
		}
		return ""
	}
	for j := n.last + 1; j < min(n.last+8, len(r.ps)); j++ {
		switch low := r.low(j); {
		case (low == "n" || low == "s" || low == "e" || low == "w" || low == "north" || low == "south" || low == "east" || low == "west") && (r.ps[j].upper || len(low) > 1):
			return "coordinates"
		case r.is(j, word):
			return ""
		}
	}
	return ""
}

// besideDegrees reports whether only signs and points of the compass stand
// between two numbers.
func (r *reader) besideDegrees(a, b int) bool {
	for ; a < b; a++ {
		if r.is(a, word) && len(r.low(a)) > 1 {
			return false
		}
	}
	return true
}
