package lineagetest

import (
	"fmt"
	"slices"
	"strings"
)

// roles does the edits that change a role or more.
func (h *maker) roles(l *ladder) {
	for range h.times(Format, 1) {
		h.reformat(l)
	}
	for i, t := range l.tracks {
		for range h.times(FileMove, 1) {
			h.moveFolder(l, i)
		}
		for subject := range areaNames() {
			for range h.times(AreaRename, 1) {
				h.renameArea(t, subject)
			}
		}
		for range h.times(RoleSplit, len(t.roles)) {
			h.splitRole(t)
		}
		for range h.times(RoleMerge, len(t.roles)) {
			h.mergeRoles(t)
		}
		for range h.times(RoleRename, len(t.roles)) {
			h.renameRole(pick(h.r, t.roles))
		}
		for range h.times(RoleReplace, len(t.roles)) {
			h.replaceRole(t, pick(h.r, t.roles))
		}
		for range h.times(Recast, len(t.roles)) {
			h.recast(pick(h.r, t.roles))
		}
	}
}

func (r *role) hit(k Kind) {
	for _, s := range r.lines() {
		s.hit(k)
	}
}

func (l *ladder) hit(k Kind) {
	for _, t := range l.tracks {
		for _, r := range t.roles {
			r.hit(k)
		}
	}
}

// reformat cuts the files otherwise, and half of the time each of roles and
// areas get other names with it.
func (h *maker) reformat(l *ladder) {
	l.layout = layout(h.other(int(l.layout), int(layouts)))
	if h.r.IntN(2) == 0 {
		l.short = 1 - l.short
	}
	if h.r.IntN(2) == 0 {
		for subject := range areaNames() {
			name := h.r.IntN(len(areaNames()[subject]))
			for _, t := range l.tracks {
				t.names[subject] = name
			}
		}
	}
	l.hit(Format)
}

func (h *maker) renameArea(t *track, subject int) {
	t.names[subject] = h.other(t.names[subject], len(areaNames()[subject]))
	for _, r := range t.roles {
		for _, a := range r.areas {
			if a.subject == subject {
				for _, s := range a.lines {
					s.hit(AreaRename)
				}
			}
		}
	}
}

func (h *maker) moveFolder(l *ladder, i int) {
	t := l.tracks[i]
	if dir, name, ok := strings.Cut(t.folder, "/"); ok && dir != "" {
		t.folder = name
	} else {
		t.folder = "ladders/" + t.folder
	}
	for _, r := range t.roles {
		r.hit(FileMove)
	}
}

// renameRole gives a role another title, and mostly another file.
func (h *maker) renameRole(r *role) {
	words := strings.Fields(r.title)
	all := []string{"Staff", "Experienced", "Junior", "Expert", "Trusted", "Seasoned", "Leading"}
	words[0] = all[h.r.IntN(len(all))]
	title := strings.Join(words, " ")
	if title == r.title {
		return
	}
	r.title = title
	if h.r.IntN(4) > 0 {
		r.file = fmt.Sprintf("L%d-%s.md", r.level+1, strings.ReplaceAll(title, " ", "-"))
	}
	r.hit(RoleRename)
}

// splitRole makes two roles of one: each statement goes to one of them.
func (h *maker) splitRole(t *track) {
	i := h.r.IntN(len(t.roles))
	r := t.roles[i]
	if len(r.lines()) < 6 || r.part > 0 {
		return
	}
	second := &role{level: r.level, part: 1, title: r.title + " of Quality"}
	second.file = fmt.Sprintf("L%d-%s.md", r.level+1, strings.ReplaceAll(second.title, " ", "-"))
	for _, a := range r.areas {
		for _, s := range slices.Clone(a.lines) {
			s.hit(RoleSplit)
			if h.r.IntN(2) == 0 {
				a.without(s)
				to := second.area(a.subject)
				to.lines = append(to.lines, s)
			}
		}
	}
	t.roles = slices.Insert(t.roles, i+1, second)
}

// mergeRoles joins two neighbours; a statement that both have is kept once.
func (h *maker) mergeRoles(t *track) {
	if len(t.roles) < 2 {
		return
	}
	i := h.r.IntN(len(t.roles) - 1)
	a, b := t.roles[i], t.roles[i+1]
	for _, from := range b.areas {
		for _, s := range from.lines {
			twin := slices.IndexFunc(a.lines(), func(o *line) bool { return o.text == s.text })
			if twin >= 0 {
				o := a.lines()[twin]
				o.from = append(o.from, s.id)
				h.gone[s.id] = Merge
				continue
			}
			to := a.area(from.subject)
			to.lines = append(to.lines, s)
		}
	}
	a.hit(RoleMerge)
	t.roles = slices.Delete(t.roles, i+1, i+2)
}

// recast rewords every statement of a role: in another voice, or each a
// little, with a few of them heavily.
func (h *maker) recast(r *role) {
	v := voice(-1)
	if h.r.IntN(2) == 0 {
		v = voice(h.r.IntN(int(voices)))
	}
	for _, s := range r.lines() {
		p := s.phrase
		switch {
		case v >= 0:
			p.voice = v
		case h.r.IntN(6) == 0:
			p = h.heavy(p)
		default:
			p = h.light(p)
		}
		if text := h.text(p) + s.suffix; !r.says(text) {
			s.phrase, s.text = p, text
			s.hit(Recast)
		}
	}
}

// replaceRole puts another role in the place of one: some of its statements
// carry over, in the same words or in others.
func (h *maker) replaceRole(t *track, r *role) {
	h.renameRole(r)
	for _, a := range r.areas {
		for _, s := range slices.Clone(a.lines) {
			at := spot{t, r, a, s}
			switch h.r.IntN(4) {
			case 0, 1:
				if h.replace(nil, at) {
					continue
				}
			case 2:
				h.lightly(nil, at)
			}
			s.hit(RoleReplace)
		}
	}
}
