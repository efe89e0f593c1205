package dialect

import "slices"

// columns judges the columns before the levels.
func (a *acrossReader) columns() {
	a.kinds = make([]LaneKind, a.first)
	for c := range a.first {
		cells := a.g.Column(c)
		head := bareSlice(cells[a.head].Text).Value
		f := factsOf(cells[a.head+1:])
		switch {
		case idHead.MatchString(head) || f.filled > 0 && f.numbers == f.filled && a.first > 1:
			a.kinds[c] = NoLane
		case isExampleHead(head) && a.first > 1:
			a.kinds[c] = ExampleLane
		case a.first > 1 && f.filled > 0 && f.words > 6*f.filled:
			a.kinds[c] = NoteLane
		case a.first > 1 && trackHead.MatchString(head) && a.repeats(c):
			a.tracks, a.kinds[c] = c, TitleLane
		}
	}
	a.definitions()
	if !slices.Contains(a.kinds, TextLane) && a.first > 0 {
		a.kinds[slices.IndexFunc(a.kinds, func(k LaneKind) bool { return k != NoLane || a.first == 1 })%a.first] = TextLane
	}
}

// definitions finds columns that say what the label before them means, whatever
// they are called: that one is another in each row, and theirs are phrases, twice
// as long, where it is a word or two.
func (a *acrossReader) definitions() {
	for c := 1; c < a.first; c++ {
		if a.kinds[c] != TextLane || a.kinds[c-1] != TextLane || !a.tellsRows(c-1) {
			continue
		}
		own, label := factsOf(a.g.Column(c)[a.head+1:]), factsOf(a.g.Column(c - 1)[a.head+1:])
		if own.words >= 3*own.filled && own.words*label.filled > 2*label.words*own.filled {
			a.kinds[c] = NoteLane
		}
	}
}

// tellsRows reports whether a column says another thing in each row.
func (a *acrossReader) tellsRows(c int) bool {
	seen := map[string]bool{}
	for _, row := range a.g.Rows[a.head+1:] {
		key := Slug(row[c].Text.Value)
		if _, whole := wholeRow(row); whole {
			continue
		}
		if key == "" || seen[key] {
			return false
		}
		seen[key] = true
	}
	return len(seen) > 1
}

// repeats reports whether a column says the same again, or leaves it to the
// cell above.
func (a *acrossReader) repeats(c int) bool {
	seen, filled := map[string]bool{}, 0
	for _, row := range a.g.Rows[a.head+1:] {
		if row[c].says() {
			seen[Slug(row[c].Text.Value)] = true
		}
		filled++
	}
	return len(seen)*2 <= filled
}
