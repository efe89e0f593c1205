package dialect

import (
	"path"
	"strings"

	"rung/internal/model"
)

// The readings of a foundation: it holds for the roles around it, or for those
// that say so.
const (
	foundationForAll      = "foundation-for-all"
	foundationByReference = "foundation-by-reference"
)

// spread lets roles take over the foundations that say that they hold for
// them: those of its page where it is a section, those of its folder and below
// where it is a page. A foundation that only became one because roles refer to
// it holds for these.
func (s *Survey) spread(rungs, base []*Draft) {
	taken := map[*Draft]bool{} // foundations whose layout says for whom they hold
	for _, d := range rungs {
		for _, e := range d.extends {
			taken[e.to] = true
		}
	}
	spoken := map[string]bool{}
	for _, b := range base {
		spoken[b.Role.Language] = true
	}
	for _, b := range base {
		if taken[b] || b.Role.Status == model.Deprecated {
			continue
		}
		why := forWhom(b)
		if why == "" {
			continue
		}
		var reached []*Draft
		for _, d := range s.around(b, rungs) {
			// A translation of the ladder has its own, where foundations are translated.
			if len(spoken) == 1 || !spoken[d.Role.Language] || d.Role.Language == b.Role.Language {
				reached = append(reached, d)
			}
		}
		if len(reached) == 0 || !s.Choose(b.Page.Path, foundationForAll, foundationByReference, why) {
			continue
		}
		for _, d := range reached {
			d.takeOver(b, b.Role.Title, b.Role.At)
		}
	}
}

// forWhom returns why a foundation holds also for roles that do not refer to
// it, or "".
func forWhom(b *Draft) string {
	switch {
	case forEveryoneTitle(b.Role.Title):
		return "its title says for whom it holds: " + b.Role.Title
	case saysForEveryone(b.Page) != "":
		return "it says for whom it holds: " + clip(saysForEveryone(b.Page))
	}
	return ""
}

// around returns the drafts that a foundation speaks for.
func (s *Survey) around(b *Draft, rungs []*Draft) []*Draft {
	if s.kinds[b.Page] != foundation && !s.shared[b] {
		return beside(b, rungs)
	}
	dir := b.Page.Dir
	for {
		if out := inFolder(dir, b.Page, rungs); len(out) > 0 || dir == "." || dir == "/" {
			return out
		}
		dir = path.Dir(dir) // "base/core.md" speaks for what stands beside "base"
	}
}

func inFolder(dir string, not *Page, rungs []*Draft) []*Draft {
	var out []*Draft
	for _, d := range rungs {
		if d.Page != not && (dir == "." || d.Page.Dir == dir || strings.HasPrefix(d.Page.Dir, dir+"/")) {
			out = append(out, d)
		}
	}
	return out
}

// beside returns the roles of the page that stand under the same heading as a
// section of it.
func beside(b *Draft, rungs []*Draft) []*Draft {
	from, to := 0, len(b.Page.Doc.File.String())
	var visit func(sec *Section, end int)
	visit = func(sec *Section, end int) {
		for i, sub := range sec.Subs {
			last := end
			if i+1 < len(sec.Subs) {
				last = sec.Subs[i+1].At(b.Page.Doc).Start
			}
			at := sub.At(b.Page.Doc)
			switch {
			case at == b.Role.At:
				if sec.Head != nil {
					from = sec.At(b.Page.Doc).Start
				}
				to = end
			case at.Start <= b.Role.At.Start && b.Role.At.Start < last:
				visit(sub, last)
			}
		}
	}
	visit(b.Page.Outline, to)
	var out []*Draft
	for _, d := range rungs {
		if d.Page == b.Page && from <= d.Role.At.Start && d.Role.At.Start < to {
			out = append(out, d)
		}
	}
	return out
}
