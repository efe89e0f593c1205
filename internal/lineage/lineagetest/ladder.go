package lineagetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/source"
)

// layout is how a ladder's files are cut.
type layout int

const (
	filePerRole layout = iota
	filePerTrack
	oneFile
	layouts
)

// ladder is a framework in the making.
type ladder struct {
	tracks []*track
	layout layout
	short  int // 1 where ids of roles have no titles
}

type track struct {
	folder, noun string
	voice        voice
	names        []int // of its areas, by the bank's areas
	roles        []*role
}

type role struct {
	level, part int // part is not 0 for a role that was split off
	title       string
	file        string // its name in a file for each role
	areas       []*area
}

type area struct {
	subject int // in the bank
	lines   []*line
}

// line is one statement.
type line struct {
	id       int
	phrase   phrase
	suffix   string // what it took up from another
	taken    phrase // what that said
	text     string
	examples []string
	edits    []Kind
	from     []int
}

func (l *line) hit(k Kind) {
	if !slices.Contains(l.edits, k) {
		l.edits = append(l.edits, k)
	}
}

// clone is a copy that the next step may change; nothing has happened to its
// statements yet.
func (l *ladder) clone() *ladder {
	out := *l
	out.tracks = make([]*track, len(l.tracks))
	for i, t := range l.tracks {
		t2 := *t
		t2.names = slices.Clone(t.names)
		t2.roles = make([]*role, len(t.roles))
		for j, r := range t.roles {
			t2.roles[j] = r.clone()
		}
		out.tracks[i] = &t2
	}
	return &out
}

func (r *role) clone() *role {
	out := *r
	out.areas = make([]*area, len(r.areas))
	for i, a := range r.areas {
		a2 := &area{subject: a.subject}
		for _, s := range a.lines {
			s2 := *s
			s2.edits, s2.from = nil, nil
			a2.lines = append(a2.lines, &s2)
		}
		out.areas[i] = a2
	}
	return &out
}

func (r *role) lines() []*line {
	var out []*line
	for _, a := range r.areas {
		out = append(out, a.lines...)
	}
	return out
}

// area returns the area of a subject, which it adds where there is none.
func (r *role) area(subject int) *area {
	for _, a := range r.areas {
		if a.subject == subject {
			return a
		}
	}
	a := &area{subject: subject}
	r.areas = append(r.areas, a)
	slices.SortStableFunc(r.areas, func(a, b *area) int { return a.subject - b.subject })
	return a
}

// speaksOf reports whether the role has a statement about the topic.
func (r *role) speaksOf(topic int) bool {
	return slices.ContainsFunc(r.lines(), func(s *line) bool { return s.phrase.topic == topic })
}

// says reports whether the role has a statement of the very words: two of them
// could not be told apart by anybody.
func (r *role) says(text string) bool {
	return slices.ContainsFunc(r.lines(), func(s *line) bool { return s.text == text })
}

// size is the number of statements.
func (l *ladder) size() int {
	n := 0
	for _, t := range l.tracks {
		for _, r := range t.roles {
			n += len(r.lines())
		}
	}
	return n
}

// framework is the ladder as a reader would give it.
func (l *ladder) framework() *model.Framework {
	f := &model.Framework{Title: "Ladder"}
	n := 0
	for _, t := range l.tracks {
		f.Tracks = append(f.Tracks, &model.Track{ID: model.TrackID(t.folder), Title: t.folder, Path: t.folder})
		for _, r := range t.roles {
			to := &model.Role{
				ID: model.RoleID(t.folder + "/" + l.slug(r)), Track: model.TrackID(t.folder), Title: r.title, Status: model.Active,
				Level: &model.Level{Label: fmt.Sprintf("L%d", r.level+1), Order: r.level + 1}, At: source.Span{Path: l.path(t, r)},
			}
			for _, a := range r.areas {
				name := areaNames()[a.subject][t.names[a.subject]]
				to.Areas = append(to.Areas, &model.Area{ID: model.AreaID(name), Title: name, Statements: l.statements(t, r, a, &n)})
			}
			f.Roles = append(f.Roles, to)
		}
	}
	return f
}

func (l *ladder) statements(t *track, r *role, a *area, n *int) []*model.Statement {
	var out []*model.Statement
	for _, s := range a.lines {
		*n++
		st := &model.Statement{ID: model.StatementID(fmt.Sprintf("p-%d", *n)), Prose: model.Prose{Text: s.text, At: source.Span{Path: l.path(t, r)}}}
		for _, e := range s.examples {
			st.Examples = append(st.Examples, &model.Example{Prose: model.Prose{Text: e}})
		}
		out = append(out, st)
	}
	return out
}

func (l *ladder) slug(r *role) string {
	s := fmt.Sprintf("l%d", r.level+1)
	if l.short == 0 || r.part > 0 {
		s += "-" + slug(r.title)
	}
	return s
}

func slug(s string) string { return strings.ReplaceAll(strings.ToLower(s), " ", "-") }

func (l *ladder) path(t *track, r *role) string {
	switch l.layout {
	case filePerTrack:
		return t.folder + ".md"
	case oneFile:
		return "ladder.md"
	}
	return t.folder + "/" + r.file
}

// found makes the first revision: tracks whose roles speak of mostly the same
// topics, each level worded after the one below, as real ladders are.
func (h *maker) found(statements int) *ladder {
	perRole := 8 + h.r.IntN(8)
	if statements > 150 {
		perRole = 15 + h.r.IntN(15)
	}
	levels := min(2+h.r.IntN(5), max(statements/perRole, 1))
	count := min(max(statements/(perRole*levels), 1), len(trackNames()))
	perRole = max(statements/(levels*count), 3)
	l := &ladder{layout: layout(h.r.IntN(int(layouts)))}
	speaks := voice(h.r.IntN(int(voices)))
	names := make([]int, len(areaNames()))
	for i := range names {
		names[i] = h.r.IntN(len(areaNames()[i]))
	}
	for i := range count {
		name := trackNames()[i]
		t := &track{folder: name[0], noun: name[2], voice: speaks, names: slices.Clone(names)}
		for level := range levels {
			t.roles = append(t.roles, h.role(t, name[1], level, perRole, l))
		}
		l.tracks = append(l.tracks, t)
	}
	return l
}

// role writes the role of a level: most statements after the level below, some
// after the first track, some anew. A role of more statements than there are
// topics speaks of some of them twice.
func (h *maker) role(t *track, job string, level, size int, l *ladder) *role {
	title := ranks()[min(level, len(ranks())-1)] + " " + job
	r := &role{level: level, title: title, file: fmt.Sprintf("L%d-%s.md", level+1, strings.ReplaceAll(title, " ", "-"))}
	var below, abroad []*line
	if level > 0 {
		below = t.roles[level-1].lines()
	}
	if len(l.tracks) > 0 {
		abroad = l.tracks[0].roles[min(level, len(l.tracks[0].roles)-1)].lines()
	}
	for range size {
		p := h.draw(h.r.IntN(len(h.topics)), level, t.noun, t.voice)
		pick := h.r.Float64()
		switch {
		case len(below) > 0 && pick < 0.65:
			p = h.at(below[h.r.IntN(len(below))].phrase, level)
		case len(abroad) > 0 && pick < 0.8:
			p = h.at(abroad[h.r.IntN(len(abroad))].phrase, level)
			p.noun, p.voice = t.noun, t.voice
		}
		if r.speaksOf(p.topic) && h.r.IntN(5) > 0 {
			p = h.draw(h.fresh(r), level, t.noun, t.voice)
		}
		if a := r.area(h.topics[p.topic].area); !r.says(h.text(p)) {
			a.lines = append(a.lines, h.line(p))
		}
	}
	r.areas = slices.DeleteFunc(r.areas, func(a *area) bool { return len(a.lines) == 0 })
	return r
}

// fresh is a topic of which the role does not speak, or any.
func (h *maker) fresh(r *role) int {
	for range 30 {
		if t := h.r.IntN(len(h.topics)); !r.speaksOf(t) {
			return t
		}
	}
	return h.r.IntN(len(h.topics))
}

// line makes a new statement of a phrase.
func (h *maker) line(p phrase) *line {
	h.last++
	s := &line{id: h.last, phrase: p, text: h.text(p)}
	if h.r.IntN(7) == 0 {
		t := h.topics[p.topic]
		for range 1 + h.r.IntN(2) {
			object := strings.ReplaceAll(t.objects[h.r.IntN(len(t.objects))], "{d}", p.noun)
			s.examples = append(s.examples, fmt.Sprintf("%s %s in the week of the %s", capital(person(t.verbs[h.r.IntN(len(t.verbs))], bare)), object, occasions()[h.r.IntN(len(occasions()))]))
		}
	}
	return s
}

func occasions() []string {
	return []string{"harvest fair", "storm", "move to the new quay", "audit", "spring release", "outage", "founders' day", "budget round"}
}

// pick is a random element, or nil of nothing.
func pick[T any](r *rand.Rand, list []*T) *T {
	if len(list) == 0 {
		return nil
	}
	return list[r.IntN(len(list))]
}
