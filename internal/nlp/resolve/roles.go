package resolve

// roles completes the referents with their roles and titles.
func (r *resolver) roles() {}
