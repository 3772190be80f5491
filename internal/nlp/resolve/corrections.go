package resolve

type Corrections struct{}
type Stale struct {
	Line int
	Text string
}

func (c *Corrections) apply(works []*work, r *Resolution) []*work { return works }
