package dialect

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"rung/internal/model"
)

// assemble makes a framework of drafts: tracks, levels, ids, pages.
func assemble(s *Survey, drafts []*Draft, cfg Config) *model.Framework {
	fw := &model.Framework{Tracks: []*model.Track{}, Roles: []*model.Role{}, Pages: []*model.Page{}, Readings: []model.Reading{}}
	var base []*Draft
	var rungs []*Draft
	for _, d := range drafts {
		if d.Role.Foundation {
			base = append(base, d)
		} else {
			rungs = append(rungs, d)
		}
	}
	said := s.cumulations(rungs)
	for _, t := range s.tracks(rungs) {
		fw.Tracks = append(fw.Tracks, t.track)
		s.cumulate(t, said)
		for _, d := range t.drafts {
			d.Role.Track = t.track.ID
			fw.Roles = append(fw.Roles, d.Role)
		}
	}
	for _, d := range base {
		fw.Roles = append(fw.Roles, d.Role)
	}
	nameRoles(fw.Roles)
	s.frontEdges(drafts)
	s.spread(rungs, base)
	nameEdges(drafts)
	nameStatements(fw.Roles)
	translations(fw.Roles)
	fw.Pages = append(fw.Pages, s.prosePages()...)
	fw.Title = s.frameworkTitle(cfg.Title)
	fw.Readings = append(fw.Readings, s.sortedReadings()...)
	return fw
}

// nameRoles gives every role its id, with a number behind the second of one
// name.
func nameRoles(roles []*model.Role) {
	seen := map[string]int{}
	for _, r := range roles {
		track := string(r.Track)
		if r.Foundation {
			track = "foundation"
		}
		name := Slug(r.Title)
		if r.Level != nil && !within(r.Title, r.Level.Label) && !isNumber(r.Level.Label) {
			name = strings.Trim(Slug(r.Level.Label)+"-"+name, "-")
		}
		if name == "" {
			name = "role"
		}
		id := track + "/" + name
		seen[id]++
		if n := seen[id]; n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		r.ID = model.RoleID(id)
	}
}

// nameEdges writes what roles of a sheet take over, now that all have ids.
func nameEdges(drafts []*Draft) {
	for _, d := range drafts {
		for _, e := range d.extends {
			e.Extension.Role = e.to.Role.ID
			d.Role.Extends = append(d.Role.Extends, e.Extension)
		}
	}
}

// within reports whether a title has all words of a label.
func within(title, label string) bool {
	have := strings.Fields(strings.ToLower(title))
	for _, w := range strings.Fields(strings.ToLower(label)) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// nameStatements gives every statement an id of its own. Who a statement is
// through the ladder's history is another package's matter.
func nameStatements(roles []*model.Role) {
	n := 0
	for _, r := range roles {
		seen := map[model.AreaID]int{}
		for _, a := range r.Areas {
			if a.ID == "" && a.Title != "" {
				a.ID = model.AreaID(Slug(a.Title))
			}
			if seen[a.ID]++; seen[a.ID] > 1 {
				a.ID += model.AreaID("-" + strconv.Itoa(seen[a.ID]))
			}
			for _, st := range a.Statements {
				st.ID = model.StatementID("s-" + draftNumber(n))
				n++
			}
		}
	}
}

// draftNumber writes n in six letters of lower-case base32.
func draftNumber(n int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz234567"
	var out [6]byte
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = letters[n%len(letters)]
		n /= len(letters)
	}
	return string(out[:])
}

// translations links roles whose files have one name below the folders of two
// languages: the first language, English before others, has the original.
func translations(roles []*model.Role) {
	originals := map[string]*model.Role{}
	order := slices.Clone(roles)
	slices.SortStableFunc(order, func(a, b *model.Role) int {
		return cmp.Compare(languageRank(a.Language), languageRank(b.Language))
	})
	for _, r := range order {
		dir := path.Dir(r.Path())
		if folderLanguage(dir) == "" {
			continue
		}
		key := withoutLanguage(r.Path()) + "\x00" + levelLabel(r)
		if o := originals[key]; o == nil {
			originals[key] = r
		} else if o.Language != r.Language {
			r.TranslationOf = o.ID
		}
	}
}

func languageRank(l string) int {
	if l == "en" {
		return 0
	}
	return 1
}

func levelLabel(r *model.Role) string {
	if r.Level == nil {
		return ""
	}
	return r.Level.Label
}

func withoutLanguage(p string) string {
	var out []string
	for _, part := range strings.Split(p, "/") {
		if languages[strings.ToLower(part)] == "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, "/")
}

// frameworkTitle returns the given title, else that of the first README.
func (s *Survey) frameworkTitle(given string) string {
	if given != "" {
		return given
	}
	for _, p := range s.Pages {
		if p.Dir == "." && p.Index {
			if t := firstOf(p.Title.Value, p.Doc.Title()); t != "" {
				return emojiOff(t)
			}
		}
	}
	return ""
}

func (s *Survey) sortedReadings() []model.Reading {
	slices.SortStableFunc(s.readings, func(a, b model.Reading) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reading, b.Reading))
	})
	return slices.Compact(s.readings)
}

func sortLinks(links []model.SourceLink) {
	slices.SortStableFunc(links, func(a, b model.SourceLink) int {
		return cmp.Or(cmp.Compare(a.At.Path, b.At.Path), cmp.Compare(a.At.Start, b.At.Start), cmp.Compare(a.At.End, b.At.End))
	})
}
