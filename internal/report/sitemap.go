package report

// mapPage writes the places with their positions.
func (s *site) mapPage() error {
	var with, without []entityRow
	for _, r := range s.entityRows(true, "") {
		if r.Point != "" {
			with = append(with, r)
		} else {
			without = append(without, r)
		}
	}
	return s.put("map.html", "map", "Map", "Where the documents look", struct{ With, Without []entityRow }{with, without})
}
