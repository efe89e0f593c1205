package lineage

// byKey links items that have the same id in their source. Where a revision
// has the id several times, those of one role and area belong together, then
// those of one role, then the rest in order. An id wins over any words.
func (m *matching) byKey() {
	olds := map[string][]*item{}
	for _, o := range m.old {
		if o.key != "" {
			olds[o.key] = append(olds[o.key], o)
		}
	}
	if len(olds) == 0 {
		return
	}
	for _, agree := range []int{2, 1, 0} {
		for _, n := range m.new {
			if n.key == "" || !n.isFree() {
				continue
			}
			for _, o := range olds[n.key] {
				if o.isUnpaired() && near(o, n) >= agree {
					pair(o, n, Same)
					break
				}
			}
		}
	}
}
