package lineage

import (
	"slices"
	"strconv"

	"rung/internal/model"
	"rung/internal/wording"
)

// Config is what a History is made of.
type Config struct {
	// Known is the ledger of a server: the id that was once given to an
	// occurrence (see Link.Occurrence), which wins over what the matcher would
	// say. The ledger only grows. Nil knows nothing.
	Known func(occurrence string) (model.StatementID, bool)
	// Verdicts are what people say about links. They win over all but ids in
	// the source.
	Verdicts []Verdict
}

// History links the revisions of a framework, oldest first. It is not safe for
// concurrent use. The same revisions and ledger give the same ids.
type History struct {
	known    func(string) (model.StatementID, bool)
	step     int                          // revisions so far
	now      []*item                      // statements of the last revision, by role
	retired  map[model.StatementID]*item  // last wordings of those that are gone
	owner    map[string]model.StatementID // the ledger of this history
	lives    map[model.StatementID]*Life  // all statements ever
	order    []model.StatementID          // of lives, as they came
	normals  map[string]string            // normalised words by text: each text is read once
	texts    map[string]*wording.Text     // prepared texts, of what changed alone
	verdicts []Verdict
	keyed    bool // some statement has had an id in its source
}

// NewHistory returns a history without revisions.
func NewHistory(c Config) *History {
	known := c.Known
	if known == nil {
		known = func(string) (model.StatementID, bool) { return "", false }
	}
	return &History{
		known:    known,
		verdicts: c.Verdicts,
		retired:  map[model.StatementID]*item{},
		owner:    map[string]model.StatementID{},
		lives:    map[model.StatementID]*Life{},
		normals:  map[string]string{},
		texts:    map[string]*wording.Text{},
	}
}

// Step links f to all revisions before it, gives its statements their ids, and
// returns one link for each of them in reading order, followed by one for each
// statement that f lacks and the revision before had. No two statements of f
// get one id.
//
// What is certain comes first, so that doubtful pairs compete only for what is
// left: the same id in the source, what people say, the same words at the same
// place, then what the ledger knows, then the same words in the same role under
// another name, then the best pairs over all the rest, then what was retired
// earlier.
func (h *History) Step(f *model.Framework) []Link {
	places := f.Places()
	items := h.read(places)
	m := newMatching(h, items)
	links := m.link(f, places, items)
	h.advance(m.old, m.new, m.new, links)
	return links
}

// link gives the items of a revision, which stand at places, their ids.
func (m *matching) link(f *model.Framework, places []model.Place, items []*item) []Link {
	m.byKey()
	m.obey()
	m.inPlace()
	m.ledger()
	m.sameWords()
	m.alike()
	m.displaced()
	m.revive()
	m.name()
	m.parts()
	links := m.links(items)
	names := make(map[model.StatementID]model.StatementID, len(places))
	for i, it := range items {
		names[places[i].Statement.ID] = it.id
	}
	f.Rename(names)
	return links
}

// Pass counts a revision that says what the one before it says.
func (h *History) Pass() { h.step++ }

// read makes items of places.
func (h *History) read(places []model.Place) []*item {
	out := make([]*item, len(places))
	nth := make(map[spot]int, len(places))
	var a *area
	vocabularies := map[model.RoleID]*vocabulary{}
	for i, p := range places {
		it := &item{
			Wording:  Wording{Role: p.Role.ID, Area: p.Area.ID, Path: pathOf(p), Text: p.Statement.Text},
			track:    p.Role.Track,
			normal:   h.normal(p.Statement.Text),
			examples: p.Statement.Examples,
			key:      p.Statement.Key,
		}
		h.keyed = h.keyed || it.key != ""
		it.nth = nth[it.spot()]
		nth[it.spot()]++
		if i == 0 || p.Area != places[i-1].Area {
			a = &area{}
		}
		it.area, it.index = a, len(a.items)
		a.items = append(a.items, it)
		if vocabularies[it.Role] == nil {
			vocabularies[it.Role] = &vocabulary{}
		}
		vocabularies[it.Role].add(it)
		out[i] = it
	}
	countKeys(out)
	return out
}

// countKeys numbers the items of each key that stands more than once. Numbers
// run within a place, so that another role changes none of them.
func countKeys(items []*item) {
	total, here := map[string]int{}, map[spot]int{}
	for _, it := range items {
		if it.key != "" {
			total[it.key]++
		}
	}
	for _, it := range items {
		if total[it.key] > 1 {
			at := spot{role: it.Role, area: it.Area, normal: it.key}
			here[at]++
			it.shared = here[at]
		}
	}
}

// pathOf returns the file in which the statement stands.
func pathOf(p model.Place) string {
	if p.Statement.At.Path != "" {
		return p.Statement.At.Path
	}
	return p.Role.Path()
}

func (h *History) normal(text string) string {
	n, ok := h.normals[text]
	if !ok {
		n = wording.Normal(text)
		h.normals[text] = n
	}
	return n
}

// prepared returns the text ready for comparing.
func (h *History) prepared(text string) *wording.Text {
	t, ok := h.texts[text]
	if !ok {
		t = wording.Prepare(text)
		h.texts[text] = t
	}
	return t
}

// lookup returns the id that a ledger has for the occurrence.
func (h *History) lookup(occurrence string) (model.StatementID, bool) {
	if id, ok := h.owner[occurrence]; ok {
		return id, true
	}
	return h.known(occurrence)
}

// newID returns the id for a statement that is linked to nothing before. Where
// its occurrence was once that of another statement, which has gone elsewhere,
// the next one of its name is taken.
func (h *History) newID(it *item) model.StatementID {
	for n := 0; ; n++ {
		name := again(it.occurrence(), n)
		id, ok := h.lookup(name)
		if !ok {
			id = derive(name)
		}
		if h.lives[id] == nil {
			return id
		}
	}
}

// again is the name of an occurrence that was another statement's n times.
func again(occurrence string, n int) string {
	if n == 0 {
		return occurrence
	}
	return occurrence + "+" + strconv.Itoa(n)
}

// enter notes the item's id under its occurrence and in the list of lives.
func (h *History) enter(it *item) {
	if h.lives[it.id] == nil {
		h.lives[it.id] = &Life{ID: it.id}
		h.order = append(h.order, it.id)
	}
	for n := 0; it.ledger == ""; n++ {
		name := again(it.occurrence(), n)
		if id, ok := h.lookup(name); !ok || id == it.id {
			h.owner[name] = it.id
			it.ledger = name
		}
	}
}

// advance makes now the last revision. Old are the statements of the one before
// that were linked, with those of it that are new.
func (h *History) advance(old, now, linked []*item, links []Link) {
	before := map[model.StatementID]*item{}
	for _, it := range old {
		before[it.id] = it
	}
	for _, l := range links {
		h.note(l)
		if l.Now == nil {
			h.retired[l.ID] = before[l.ID]
		} else {
			delete(h.retired, l.ID)
		}
	}
	// What is retired stays for ever; it must not hold on to the revisions.
	for _, it := range old {
		it.partner, it.area, it.vocabulary, it.weighed, it.whole = nil, nil, nil, nil, nil
	}
	for _, it := range linked {
		it.partner = nil
	}
	h.now = now
	h.step++
}

// note enters a link in the life of its statement.
func (h *History) note(l Link) {
	if l.Change == Kept {
		return
	}
	life := h.lives[l.ID]
	if n := len(life.Wordings); n > 0 && life.Wordings[n-1].To == Open {
		life.Wordings[n-1].To = h.step
	}
	if l.Now != nil {
		p := Period{From: h.step, To: Open, Wording: *l.Now, Change: l.Change, Certainty: l.Certainty, Others: l.Others}
		life.Wordings = append(life.Wordings, p)
	}
}

// Lives returns all statements ever seen with all their wordings, in the order
// in which they came. The result is the caller's own.
func (h *History) Lives() []Life {
	out := make([]Life, len(h.order))
	for i, id := range h.order {
		out[i] = Life{ID: id, Wordings: slices.Clone(h.lives[id].Wordings)}
	}
	return out
}
