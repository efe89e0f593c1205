package resolve

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/pattern"
	"rung/internal/source"
	"rung/internal/workers"
)

// edge is one declaration of one role about another, before it is filed as an
// extension or an equivalence.
type edge struct {
	declaration
	from      *model.Role
	statement *model.Statement // nil where a paragraph of the role declares
	prose     model.Prose
	ref       reference
	to        *model.Role   // nil where it is not found
	ambiguous []*model.Role // the candidates, where a name fits several
	target    Target        // of a linked reference
	at        source.Span   // the declaring words with the reference
	laid      string        // what names the role in the layout, where no words declare
}

// linked reports whether the reference is a link.
func (e *edge) linked() bool { return e.ref.mark != nil }

// written returns what the author wrote to say which role is meant.
func (e *edge) written() string {
	switch {
	case e.laid != "":
		return e.laid
	case e.linked():
		return e.ref.mark.Target
	}
	return e.ref.words
}

// readEdges reads what the words of every role declare. Examples are frames of
// reference for a rating and declare nothing.
func (r *resolver) readEdges() {
	byRole := make([][]edge, len(r.f.Roles))
	workers.Each(len(r.f.Roles), 0, func(i int) { byRole[i] = r.edgesOf(r.f.Roles[i]) })
	for _, found := range byRole {
		r.edges = append(r.edges, found...)
	}
}

// edgesOf reads what one role declares. It changes nothing but the role's own
// statements: several are read at a time.
func (r *resolver) edgesOf(role *model.Role) []edge {
	out := r.readProse(role, nil, role.Summary)
	for _, p := range role.Notes {
		out = append(out, r.readProse(role, nil, p)...)
	}
	for _, a := range role.Areas {
		for _, p := range a.Intro {
			out = append(out, r.readProse(role, nil, p)...)
		}
		var bare []*model.Statement
		for _, s := range a.Statements {
			found := r.readProse(role, s, s.Prose)
			if bareReference(s, found) && !r.draft.Literal[s.At.Path] {
				bare = append(bare, s)
				for i := range found {
					found[i].statement = nil
				}
			}
			out = append(out, found...)
		}
		takeOut(a, bare)
	}
	return append(out, r.laidOut(role)...) // last: what words say goes before
}

// readProse reads the declarations of one paragraph or statement.
func (r *resolver) readProse(role *model.Role, s *model.Statement, p model.Prose) []edge {
	var found []edge
	for _, d := range declarations(p.Text) {
		found = append(found, r.follow(edge{declaration: d, from: role, statement: s, prose: p})...)
	}
	if len(found) > 0 && s != nil {
		s.Derived = onlyDeclares(p.Text, found)
	}
	return found
}

// follow returns the edges of one declaration: one for each role that it
// names, none where it turns out to be plain prose.
func (r *resolver) follow(e edge) []edge {
	refs := e.declaration.references(e.prose)
	if len(refs) == 0 || e.form.previous && !refs[0].previous {
		return nil
	}
	if after := e.form.after; after != nil && !after.MatchString(e.prose.Text[refs[len(refs)-1].end:]) {
		return nil
	}
	var out []edge
	for _, ref := range refs {
		e.ref = ref
		switch {
		case ref.mark != nil:
			out = append(out, r.followLink(e)...)
		case ref.previous:
			out = append(out, r.followPrevious(e)...)
		default:
			out = append(out, r.followName(e)...)
		}
	}
	for i := range out {
		out[i].at = spanOf(r.draft.Sources, e.prose, e.start, out[i].ref.end)
	}
	return out
}

// followLink follows a linked reference. A link that leads to no role makes an
// edge only where the words leave no doubt that one is meant: "I build on
// [our values](values.md)" is prose.
func (r *resolver) followLink(e edge) []edge {
	e.target = r.linker.Target(e.prose.At.Path, e.ref.mark.Target, e.ref.words)
	if e.target.Kind == ToRole {
		e.to = r.roles[e.target.Role]
		return []edge{e}
	}
	named := r.namesLevel(e.ref.words)
	meant := named || e.firm
	if e.relation == compares && e.target.Kind != Dead {
		_, hosted := hostedFile(e.ref.mark.Target)
		meant = named || e.firm && hosted
	}
	if !meant {
		return nil
	}
	return []edge{e}
}

// hostedFile reports whether the target is a file on a code host.
func hostedFile(target string) (hosted, bool) {
	h := parseDestination("", target).hosted
	return h, h.repository != "" && h.path != ""
}

// followPrevious finds the level below in the role's own track.
func (r *resolver) followPrevious(e edge) []edge {
	if e.from.Level == nil {
		return nil
	}
	var lower []*model.Role
	for _, o := range r.tracks[e.from.Track] {
		if o.Level != nil && o.Level.Order < e.from.Level.Order && o.Status == model.Active && o.Language == e.from.Language {
			lower = append(lower, o)
		}
	}
	if len(lower) == 0 {
		return nil
	}
	if e.ref.plural {
		return e.each(lower)
	}
	top := slices.MaxFunc(lower, func(a, b *model.Role) int { return a.Level.Order - b.Level.Order }).Level.Order
	lower = slices.DeleteFunc(lower, func(o *model.Role) bool { return o.Level.Order < top })
	if len(lower) > 1 {
		e.ambiguous = lower
		return []edge{e}
	}
	return e.each(lower)
}

// each returns an edge to each of the roles.
func (e edge) each(roles []*model.Role) []edge {
	var out []edge
	for _, to := range roles {
		e.to = to
		out = append(out, e)
	}
	return out
}

// followName finds the role, or the roles, that are named without a link.
func (r *resolver) followName(e edge) []edge {
	whole, ok := r.lookUp(e)
	if !capitalised(e.ref.words) {
		// "то же, что и у плотника" names a role that is no name in its language.
		if e.refEnd > 0 && ok && whole.to != nil && fullName(parseName(e.ref.words), whole.to) {
			return []edge{whole}
		}
		return nil
	}
	if ok && whole.to != nil && len(parseName(e.ref.words).words) == len(stems(whole.to.Title)) {
		return []edge{whole}
	}
	// "the A and B roles" reads as B too, where A is a part of its name.
	if several := r.lookUpEach(e); several != nil {
		return several
	}
	if ok {
		return []edge{whole}
	}
	// Words may follow a name without any sign that it has ended.
	for words := strings.Fields(e.ref.words); len(words) > 1 && !e.ref.noun; {
		words = words[:len(words)-1]
		shorter := e
		shorter.ref.words = e.ref.words[:endOfWords(e.ref.words, len(words))]
		shorter.ref.end = e.ref.start + len(shorter.ref.words)
		if found, ok := r.lookUp(shorter); ok && found.to != nil {
			return []edge{found}
		}
	}
	if !r.namesLevel(e.ref.words) && !(e.firm && (e.ref.noun || e.form.after != nil)) {
		return nil
	}
	return []edge{e}
}

// fullName reports whether n says no less than the level or the whole title.
func fullName(n name, role *model.Role) bool {
	return n.level != "" || n.number != "" || len(n.words) == len(stems(role.Title))
}

// endOfWords returns the offset at which the first n words of s end.
func endOfWords(s string, n int) int {
	end, at := 0, 0
	for range n {
		word := strings.Fields(s[at:])[0]
		at += strings.Index(s[at:], word) + len(word)
		end = at
	}
	return end
}

// lookUp finds the role that the reference names. ok is false where nothing is
// named, or where the name is too loose to be sure that a role is meant.
func (r *resolver) lookUp(e edge) (found edge, ok bool) {
	n := parseName(e.ref.words)
	roles := bestRoles(n, r.candidates(n), e.from)
	if len(roles) == 0 {
		return e, false
	}
	exact := n.level != "" || n.number != "" || e.ref.noun || e.firm && e.relation == takesOver
	if !exact && len(n.words) != len(stems(roles[0].Title)) {
		return e, false
	}
	if len(roles) > 1 {
		e.ambiguous = roles
		return e, true
	}
	e.to = roles[0]
	return e, true
}

var listBreak = pattern.New(`(?i)\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&|/)\s+|\s*/\s*`)

// lookUpEach reads "the A and B roles": every part must name a role, else it
// returns nil.
func (r *resolver) lookUpEach(e edge) []edge {
	parts := listBreak.Split(e.ref.words, -1)
	if len(parts) < 2 {
		return nil
	}
	var out []edge
	for _, part := range parts {
		if strings.TrimSpace(part) == "" {
			continue
		}
		one := e
		one.ref.words = strings.TrimSpace(part)
		one.ref.noun = true
		found, ok := r.lookUp(one)
		if !ok || found.to == nil {
			return nil
		}
		out = append(out, found)
	}
	return out
}

// candidates returns the roles that share the rarest word of the name.
func (r *resolver) candidates(n name) []*model.Role {
	if len(n.words) == 0 {
		return r.f.Roles
	}
	var best []*model.Role
	for i, w := range n.words {
		if have := r.byWord[w]; i == 0 || len(have) < len(best) {
			best = have
		}
	}
	return best
}

// namesLevel reports whether the words hold a level in the way in which this
// framework labels its levels.
func (r *resolver) namesLevel(s string) bool {
	n := parseName(s)
	return n.level != "" && r.labels[strings.TrimRight(n.level, "0123456789.-")]
}
