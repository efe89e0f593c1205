package frameworks

import (
	"context"
	"slices"
	"sync"

	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/wording"
)

// told is what became of every statement and role along the line. Which
// statement is which say the ids that the stored revisions carry; how sure
// each link is, and what was split and merged, is found by linking them once
// more. It is made when somebody first asks, and goes on where the line grows.
type told struct {
	mu      sync.Mutex // guards all below
	line    []Revision // what was told so far
	by      *state     // which ids and verdicts it was told by
	history *lineage.History
	called  map[model.StatementID]model.StatementID // the id that is carried, by that of history
	lives   map[model.StatementID]*life
	order   []model.StatementID // of lives, as they came
	roles   map[model.RoleID]*trace
}

// life is one statement's, with what was called how where it stood: one entry
// of names for each of its wordings.
type life struct {
	lineage.Life
	names []place
}

// place is where a wording stood, in the author's words.
type place struct{ role, area string }

// trace is where a role was touched. Steps count the line from 0.
type trace struct {
	first, last int   // revisions that hold it
	steps       []int // that changed it, brought it or took it away
	says        string
	here        bool
}

// read gives told the whole line of a state to f. Others wait meanwhile.
func (s *Service) read(ctx context.Context, f func(st *state, t *told) error) error {
	st, err := s.ready()
	if err != nil {
		return err
	}
	t := &s.told
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.goesOn(st) {
		t.begin(st)
	}
	// What was read stays read: where the one who asks goes away, the next goes
	// on from there.
	for at := len(t.line); at < len(st.line); at++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		f, err := s.decode(ctx, st.line[at])
		if err != nil {
			return err
		}
		rename(f, st.aliases)
		t.step(at, f)
		t.line = append(t.line, st.line[at])
	}
	return f(st, t)
}

// goesOn reports whether the line of a state begins with what was told.
func (t *told) goesOn(st *state) bool {
	if t.history == nil || len(t.line) > len(st.line) || !t.by.sameIDs(st) {
		return false
	}
	for i, r := range t.line {
		if r.ID != st.line[i].ID {
			return false
		}
	}
	return true
}

func (t *told) begin(st *state) {
	t.line, t.by, t.history = nil, st, lineage.NewHistory(lineage.Config{})
	t.called = map[model.StatementID]model.StatementID{}
	t.lives, t.order, t.roles = map[model.StatementID]*life{}, nil, map[model.RoleID]*trace{}
}

// rename gives statements the ids that they go by now. Of two that were found
// to be one and stand in one revision, each keeps its own.
func rename(f *model.Framework, aliases map[model.StatementID]model.StatementID) {
	if len(aliases) == 0 {
		return
	}
	there := map[model.StatementID]bool{}
	places := f.Places()
	for _, p := range places {
		there[p.Statement.ID] = true
	}
	names := map[model.StatementID]model.StatementID{}
	for _, p := range places {
		if to := follow(aliases, p.Statement.ID); !there[to] {
			names[p.Statement.ID], there[to] = to, true
		}
	}
	f.Rename(names)
}

// step tells one revision. It uses f up.
func (t *told) step(at int, f *model.Framework) {
	t.touch(at, f)
	places := f.Places()
	seen := make([]sight, len(places))
	for i, p := range places {
		seen[i] = sightOf(p)
	}
	links := t.history.Step(f)
	for i := range seen {
		seen[i].link = links[i]
		seen[i].was = t.called[links[i].ID]
	}
	for _, it := range seen {
		t.called[it.link.ID] = it.id
	}
	stands := make(map[model.StatementID]bool, len(seen))
	for _, it := range seen {
		stands[it.id] = true
		t.note(at, it)
	}
	for _, id := range t.order {
		if w := t.lives[id].Wordings; !stands[id] && w[len(w)-1].To == lineage.Open {
			w[len(w)-1].To = at
		}
	}
}

// sight is one statement of one revision.
type sight struct {
	id   model.StatementID
	was  model.StatementID // what the history links it to, by the id that is carried
	link lineage.Link
	lineage.Wording
	place
}

func sightOf(p model.Place) sight {
	path := p.Statement.At.Path
	if path == "" {
		path = p.Role.Path()
	}
	return sight{
		id:      p.Statement.ID,
		Wording: lineage.Wording{Role: p.Role.ID, Area: p.Area.ID, Path: path, Text: p.Statement.Text},
		place:   place{role: p.Role.Name(), area: p.Area.Title},
	}
}

// note enters a sight in the life of its statement, unless nothing happened.
func (t *told) note(at int, it sight) {
	l := t.lives[it.id]
	if l == nil {
		l = &life{Life: lineage.Life{ID: it.id}}
		t.lives[it.id] = l
		t.order = append(t.order, it.id)
	}
	p := lineage.Period{From: at, To: lineage.Open, Wording: it.Wording, Certainty: lineage.Same}
	n := len(l.Wordings)
	switch {
	case n == 0:
		t.begins(&p, it)
	case l.Wordings[n-1].To != lineage.Open:
		p.Change = lineage.Revived
	case l.Wordings[n-1].Wording == it.Wording:
		return
	case l.Wordings[n-1].Wording.Text == it.Text:
		p.Change = lineage.Moved
	default:
		p.Change = lineage.Reworded
	}
	if it.was == it.id && n > 0 {
		t.agrees(&p, it)
	}
	if p.Certainty == lineage.Confirm && p.Change != lineage.Split {
		t.decided(&p, it.id)
	}
	if n > 0 && l.Wordings[n-1].To == lineage.Open {
		l.Wordings[n-1].To = at
	}
	l.Wordings = append(l.Wordings, p)
	l.names = append(l.names, it.place)
}

// begins says how a statement came.
func (t *told) begins(p *lineage.Period, it sight) {
	p.Change, p.Certainty = lineage.Added, lineage.New
	if it.link.Before != nil {
		return // somebody has found out that it is another
	}
	switch it.link.Change {
	case lineage.Split:
		p.Change = lineage.Split
		fallthrough
	case lineage.Added:
		p.Certainty, p.Others = it.link.Certainty, t.carried(it.link.Others)
	}
}

// agrees takes over what only linking shows.
func (t *told) agrees(p *lineage.Period, it sight) {
	p.Certainty = it.link.Certainty
	if it.link.Change == lineage.Merged {
		p.Change, p.Others = lineage.Merged, t.carried(it.link.Others)
	}
}

// decided takes a link that somebody has confirmed or corrected out of doubt.
func (t *told) decided(p *lineage.Period, id model.StatementID) {
	settled := lineage.Same
	if p.Change == lineage.Added {
		if len(p.Others) == 0 {
			return
		}
		id, settled = p.Others[0], lineage.New
	}
	words := wording.Normal(p.Wording.Text)
	for _, v := range t.by.verdicts {
		if follow(t.by.aliases, v.Statement) == id && wording.Normal(v.Becomes) == words && (v.Role == "" || v.Role == p.Wording.Role) {
			p.Certainty = settled
			if settled == lineage.New {
				p.Others = nil
			}
			return
		}
	}
}

func (t *told) carried(ids []model.StatementID) []model.StatementID {
	var out []model.StatementID
	for _, id := range ids {
		if carried, ok := t.called[id]; ok && !slices.Contains(out, carried) {
			out = append(out, carried)
		}
	}
	return out
}
