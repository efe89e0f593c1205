package lineagetest

import (
	"slices"
	"strings"
)

// spot is where a statement stands.
type spot struct {
	track *track
	role  *role
	area  *area
	line  *line
}

func (l *ladder) spots() []spot {
	var out []spot
	for _, t := range l.tracks {
		for _, r := range t.roles {
			for _, a := range r.areas {
				for _, s := range a.lines {
					out = append(out, spot{t, r, a, s})
				}
			}
		}
	}
	return out
}

// step does one step's edits. Roles come first, so that statements are edited
// where they have come to stand.
func (h *maker) step(l *ladder) {
	h.roles(l)
	n := l.size()
	for _, e := range []struct {
		kind Kind
		do   func(*ladder, spot) bool
	}{
		{Removed, h.remove}, {Replaced, h.replace}, {Merge, h.merge}, {Split, h.split}, {Area, h.otherArea}, {Relevel, h.relevel},
		{Light, h.lightly}, {Heavy, h.heavily}, {Typo, h.mistype}, {Reorder, h.reorder},
		{Added, h.add}, {Copied, h.copyAbroad}, {Revived, h.bringBack},
	} {
		for range h.times(e.kind, n) {
			h.somewhere(l, e.do)
		}
	}
}

// somewhere does an edit to a statement by chance that nothing has been done
// to which forbids it; a few attempts.
func (h *maker) somewhere(l *ladder, do func(*ladder, spot) bool) {
	for range 10 {
		all := l.spots()
		if len(all) == 0 {
			return
		}
		if s := all[h.r.IntN(len(all))]; !h.busy[s.line] && do(l, s) {
			return
		}
	}
}

func (a *area) without(s *line) {
	a.lines = slices.DeleteFunc(a.lines, func(o *line) bool { return o == s })
}

func (h *maker) remove(_ *ladder, s spot) bool {
	if len(s.role.lines()) < 3 {
		return false
	}
	s.area.without(s.line)
	h.gone[s.line.id] = Removed
	h.lost = append(h.lost, lost{s.line, s.track, s.role.level})
	return true
}

// replace puts another matter in the place of a statement.
func (h *maker) replace(_ *ladder, s spot) bool {
	topic := h.fresh(s.role)
	if topic == s.line.phrase.topic || s.role.speaksOf(topic) {
		return false
	}
	h.gone[s.line.id] = Replaced
	now := h.line(h.draw(topic, s.role.level, s.track.noun, s.track.voice))
	now.hit(Replaced)
	h.busy[now] = true
	s.area.lines[slices.Index(s.area.lines, s.line)] = now
	return true
}

// merge has a statement take up another of its area; half of the time the
// second one is shortened.
func (h *maker) merge(_ *ladder, s spot) bool {
	i := slices.Index(s.area.lines, s.line)
	if i+1 >= len(s.area.lines) || s.line.suffix != "" {
		return false
	}
	other := s.area.lines[i+1]
	if h.busy[other] || other.suffix != "" || len(other.edits) > 0 {
		return false
	}
	p := other.phrase
	p.adverb, p.scope = -1, -1
	if h.r.IntN(2) == 0 {
		p.tail = -1
	}
	if p.voice == first {
		p.voice = bare
	}
	s.line.taken = other.phrase
	s.line.suffix = ", and " + strings.ToLower(h.text(p))
	s.line.text = h.text(s.line.phrase) + s.line.suffix
	s.line.from = append(s.line.from, other.id)
	s.line.hit(Merge)
	h.busy[s.line] = true
	h.gone[other.id] = Merge
	s.area.without(other)
	return true
}

func (h *maker) split(_ *ladder, s spot) bool {
	if s.line.suffix != "" {
		return h.unmerge(s)
	}
	a, b, ok := h.halves(s.line.phrase)
	if !ok {
		return false
	}
	s.line.phrase, s.line.text = a, h.text(a)
	h.secondHalf(s, h.line(b))
	return true
}

// unmerge takes two statements apart that were joined once.
func (h *maker) unmerge(s spot) bool {
	second := h.line(s.line.taken)
	second.text, second.examples = capital(strings.TrimPrefix(s.line.suffix, ", and ")), nil
	s.line.suffix = ""
	s.line.text = h.text(s.line.phrase)
	h.secondHalf(s, second)
	return true
}

func (h *maker) secondHalf(s spot, second *line) {
	second.from = []int{s.line.id}
	second.hit(Split)
	s.line.hit(Split)
	h.busy[s.line], h.busy[second] = true, true
	s.area.lines = slices.Insert(s.area.lines, slices.Index(s.area.lines, s.line)+1, second)
}

func (h *maker) otherArea(_ *ladder, s spot) bool {
	if len(s.role.areas) < 2 {
		return false
	}
	to := pick(h.r, s.role.areas)
	if to == s.area {
		return false
	}
	s.area.without(s.line)
	h.put(to, s.line)
	s.line.hit(Area)
	return true
}

// put inserts a statement anywhere, mostly at the end as authors do.
func (h *maker) put(a *area, s *line) {
	at := len(a.lines)
	if h.r.IntN(2) == 0 {
		at = h.r.IntN(at + 1)
	}
	a.lines = slices.Insert(a.lines, at, s)
}

// relevel promotes or demotes a statement to a neighbouring level.
func (h *maker) relevel(_ *ladder, s spot) bool {
	i := slices.Index(s.track.roles, s.role)
	to := i + 1
	if h.r.IntN(2) == 0 {
		to = i - 1
	}
	if to < 0 || to >= len(s.track.roles) || len(s.role.lines()) < 3 {
		return false
	}
	r := s.track.roles[to]
	if r.says(s.line.text) {
		return false
	}
	s.area.without(s.line)
	h.put(r.area(s.area.subject), s.line)
	if s.line.phrase.scope >= 0 && h.r.IntN(2) == 0 {
		s.line.phrase.scope = r.level
		if text := h.text(s.line.phrase) + s.line.suffix; !r.says(text) {
			s.line.text = text
		}
	}
	s.line.hit(Relevel)
	return true
}

func (h *maker) reword(s spot, p phrase, k Kind) bool {
	text := h.text(p) + s.line.suffix
	if s.role.says(text) || slices.Contains(s.line.edits, Light) || slices.Contains(s.line.edits, Heavy) {
		return false
	}
	if k == Heavy && Alike(s.line.text, text) >= heavyBelow {
		return false
	}
	s.line.phrase, s.line.text = p, text
	s.line.hit(k)
	return true
}

func (h *maker) lightly(_ *ladder, s spot) bool {
	return h.reword(s, h.light(s.line.phrase), Light)
}

func (h *maker) heavily(_ *ladder, s spot) bool {
	return h.reword(s, h.heavy(s.line.phrase), Heavy)
}

func (h *maker) mistype(_ *ladder, s spot) bool {
	s.line.text = h.typo(s.line.text)
	s.line.hit(Typo)
	return true
}

// reorder carries a statement to another place in its area.
func (h *maker) reorder(_ *ladder, s spot) bool {
	if len(s.area.lines) < 2 {
		return false
	}
	i := slices.Index(s.area.lines, s.line)
	s.area.without(s.line)
	to := h.r.IntN(len(s.area.lines))
	if to >= i {
		to++
	}
	s.area.lines = slices.Insert(s.area.lines, to, s.line)
	s.line.hit(Reorder)
	return true
}

// add writes a statement about something new to the role.
func (h *maker) add(_ *ladder, s spot) bool {
	topic := h.fresh(s.role)
	if s.role.speaksOf(topic) || h.justLost(s, topic) {
		return false
	}
	return h.insert(s, h.draw(topic, s.role.level, s.track.noun, s.track.voice), Added)
}

// copyAbroad writes a statement after one of another track.
func (h *maker) copyAbroad(l *ladder, s spot) bool {
	all := l.spots()
	from := all[h.r.IntN(len(all))]
	if from.track == s.track || from.line.phrase.object < 0 || s.role.speaksOf(from.line.phrase.topic) || h.justLost(s, from.line.phrase.topic) {
		return false
	}
	p := from.line.phrase
	p.noun, p.voice = s.track.noun, s.track.voice
	if p.scope >= 0 {
		p.scope = s.role.level
	}
	if h.r.IntN(2) == 0 {
		p = h.light(p)
	}
	return h.insert(s, p, Copied)
}

// justLost reports that the role lost a statement on the topic in this step:
// one that comes now would be the same to anybody who reads it.
func (h *maker) justLost(s spot, topic int) bool {
	for _, g := range h.lost {
		if h.gone[g.line.id] != "" && g.track.folder == s.track.folder && g.level == s.role.level && g.line.phrase.topic == topic {
			return true
		}
	}
	return false
}

func (h *maker) insert(s spot, p phrase, k Kind) bool {
	if s.role.says(h.text(p)) {
		return false
	}
	now := h.line(p)
	now.hit(k)
	h.busy[now] = true
	h.put(s.role.area(h.topics[p.topic].area), now)
	return true
}

// bringBack puts a statement back that was removed in an earlier step.
func (h *maker) bringBack(l *ladder, _ spot) bool {
	for i, g := range h.lost {
		if h.gone[g.line.id] != "" || h.r.IntN(2) == 0 {
			continue
		}
		for _, t := range l.tracks {
			for _, r := range t.roles {
				if t.folder == g.track.folder && r.level == g.level && !r.speaksOf(g.line.phrase.topic) {
					back := *g.line
					back.edits, back.from = []Kind{Revived}, nil
					h.put(r.area(h.topics[back.phrase.topic].area), &back)
					h.busy[&back] = true
					h.lost = slices.Delete(h.lost, i, i+1)
					return true
				}
			}
		}
	}
	return false
}
