package model

// Role returns the role of that id, or nil.
func (f *Framework) Role(id RoleID) *Role {
	for _, r := range f.Roles {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Track returns the track of that id, or nil.
func (f *Framework) Track(id TrackID) *Track {
	for _, t := range f.Tracks {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// Page returns the page at path, or nil.
func (f *Framework) Page(path string) *Page {
	for _, p := range f.Pages {
		if p.Path == path {
			return p
		}
	}
	return nil
}

// TrackRoles returns the roles of a track in order of level.
func (f *Framework) TrackRoles(id TrackID) []*Role {
	var out []*Role
	for _, r := range f.Roles {
		if r.Track == id && !r.Foundation {
			out = append(out, r)
		}
	}
	return out
}

// Foundations returns the roles that other roles extend and that are no rung.
func (f *Framework) Foundations() []*Role {
	var out []*Role
	for _, r := range f.Roles {
		if r.Foundation {
			out = append(out, r)
		}
	}
	return out
}

// Place is where a statement stands: its role and area.
type Place struct {
	Role      *Role
	Area      *Area
	Statement *Statement
}

// Places returns every statement of the framework with where it stands, in
// reading order.
func (f *Framework) Places() []Place {
	var out []Place
	for _, r := range f.Roles {
		for _, a := range r.Areas {
			for _, s := range a.Statements {
				out = append(out, Place{Role: r, Area: a, Statement: s})
			}
		}
	}
	return out
}

// Place returns where the statement of that id stands; ok is false where the
// framework does not hold it.
func (f *Framework) Place(id StatementID) (place Place, ok bool) {
	for _, r := range f.Roles {
		if s, a := r.Statement(id); s != nil {
			return Place{Role: r, Area: a, Statement: s}, true
		}
	}
	return Place{}, false
}

// Rename gives every statement, and every edge that names one, the id that
// names holds for its present id. Ids that names does not hold stay.
func (f *Framework) Rename(names map[StatementID]StatementID) {
	rename := func(id *StatementID) {
		if to, ok := names[*id]; ok {
			*id = to
		}
	}
	for _, r := range f.Roles {
		for _, s := range r.Statements() {
			rename(&s.ID)
		}
		for i := range r.Extends {
			rename(&r.Extends[i].Statement)
		}
		for i := range r.Equivalences {
			rename(&r.Equivalences[i].Statement)
		}
	}
}
