package matrix

import (
	"rung/internal/dialect"
	"rung/internal/parse"
)

// takes lets a level take over another where all its cells refer to that one,
// or most of them take over everything it says.
func (f *filler) takes() {
	for i, r := range f.rungs {
		refs, everything, filled := 0, 0, 0
		var first parse.Text
		targets := map[*dialect.SheetRung]bool{}
		for _, lane := range f.part.layout.Of(dialect.TextLane) {
			for _, c := range lane.Cells[i] {
				says := c.Sayings(f.parts)
				if len(says) == 0 {
					continue
				}
				filled++
				if says[0].Kind != dialect.RefersTo {
					continue
				}
				if first.Value == "" {
					first = says[0].Text
				}
				targets[f.target(i, says[0].Text.Value)] = true
				if dialect.TakesEverything(says[0].Text.Value) {
					everything++
				}
				if len(says) == 1 {
					refs++
				}
			}
		}
		if filled == 0 || refs < filled && everything*4 < filled*3 || len(targets) != 1 {
			continue
		}
		for to := range targets {
			if to != nil {
				r.Take(f.page, to, first)
			}
		}
	}
}

// target returns the rung that a reference of the level at i names: by its
// name, or the one before.
func (f *filler) target(i int, text string) *dialect.SheetRung {
	name := dialect.ReferredLevel(text)
	for _, r := range f.rungs {
		if name != "" && dialect.SameLevel(r.Name(), name) {
			return r
		}
	}
	if i > 0 && (name == "" || !dialect.LevelName(name)) {
		return f.rungs[i-1]
	}
	return nil
}
