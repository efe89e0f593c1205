package change

import (
	"cmp"
	"slices"

	"rung/internal/model"
)

// RoleKind says what happened to a role.
type RoleKind string

// The kinds.
const (
	RoleAdded    RoleKind = "added"
	RoleRetired  RoleKind = "retired"
	RoleRenamed  RoleKind = "renamed"  // most of its statements go on under another name
	RoleReplaced RoleKind = "replaced" // another role stands in its place; few statements go on
	RoleSplit    RoleKind = "split"    // its statements go on in several roles
	RoleMerged   RoleKind = "merged"   // statements of several roles go on in it
	RoleLevelled RoleKind = "levelled" // stands at another level
	RoleStatus   RoleKind = "status"   // is in force, a draft or out of force, and was not
	RoleMoved    RoleKind = "moved"    // stands in another track or file
)

// RoleRef is what people need to know of a role to find it.
type RoleRef struct {
	ID     model.RoleID
	Name   string // see model.Role.Name
	Track  model.TrackID
	Level  string // its label, or ""
	Status model.Status
	Path   string
}

// Role is what happened to one role, or to several that became one or came of
// one. Before is empty for what is new, Now for what is gone.
type Role struct {
	Kind   RoleKind
	Before []RoleRef
	Now    []RoleRef
	// Carried are the statements that go on from Before in Now.
	Carried []model.StatementID
	// Confirm are those of Carried that a person should look at.
	Confirm []model.StatementID
}

func refOf(r *model.Role) RoleRef {
	ref := RoleRef{ID: r.ID, Name: r.Name(), Track: r.Track, Status: r.Status, Path: r.Path()}
	if r.Level != nil {
		ref.Level = r.Level.Label
	}
	return ref
}

func rolesByID(f *model.Framework) map[model.RoleID]*model.Role {
	out := make(map[model.RoleID]*model.Role, len(f.Roles))
	for _, r := range f.Roles {
		out[r.ID] = r
	}
	return out
}

// flow is how many statements of a role of the first side stand in a role of
// the second.
type flow map[model.RoleID]map[model.RoleID]int

func (b *book) flow() flow {
	out := flow{}
	for id, was := range b.before {
		is, ok := b.now[id]
		if !ok {
			continue
		}
		if out[was.Role.ID] == nil {
			out[was.Role.ID] = map[model.RoleID]int{}
		}
		out[was.Role.ID][is.Role.ID]++
	}
	return out
}

// findHomes says in which role of the second side each role of the first goes
// on: the one of its id, else the one that most of its statements went to, else
// the only one that came where it stood. Those that go on nowhere are left out.
func (b *book) findHomes() map[model.RoleID]model.RoleID {
	homes := map[model.RoleID]model.RoleID{}
	now := rolesByID(b.Now)
	var gone, come []*model.Role
	for _, r := range b.Before.Roles {
		if now[r.ID] != nil {
			homes[r.ID] = r.ID
		} else {
			gone = append(gone, r)
		}
	}
	before := rolesByID(b.Before)
	for _, r := range b.Now.Roles {
		if before[r.ID] == nil {
			come = append(come, r)
		}
	}
	taken := map[model.RoleID]bool{}
	for _, c := range heirs(gone, come, b.flow()) {
		if homes[c.gone.ID] == "" && !taken[c.come.ID] {
			homes[c.gone.ID], taken[c.come.ID] = c.come.ID, true
		}
	}
	for _, o := range gone {
		if n := successor(o, come, taken); homes[o.ID] == "" && n != nil && predecessor(n, gone, homes) == o {
			homes[o.ID], taken[n.ID] = n.ID, true
		}
	}
	return homes
}

// heir is a role that came and a role that is gone, with statements in common.
type heir struct {
	gone, come *model.Role
	share      float64 // of the smaller of the two
}

// mostOf is the share of statements from where two roles are one under two
// names.
const mostOf = 0.5

// heirs returns the pairs that share most of their statements, best first.
func heirs(gone, come []*model.Role, f flow) []heir {
	var out []heir
	for _, o := range gone {
		for _, n := range come {
			least := min(len(o.Statements()), len(n.Statements()))
			if got := f[o.ID][n.ID]; least > 0 && float64(got) >= mostOf*float64(least) {
				out = append(out, heir{o, n, float64(got) / float64(least)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b heir) int { return cmp.Compare(b.share, a.share) })
	return out
}

// successor returns the only role that came where another stood: in its file,
// or at its level of its track; nil where there is none or several.
func successor(o *model.Role, come []*model.Role, taken map[model.RoleID]bool) *model.Role {
	return only(come, func(n *model.Role) bool { return !taken[n.ID] && samePlace(o, n) })
}

func predecessor(n *model.Role, gone []*model.Role, homes map[model.RoleID]model.RoleID) *model.Role {
	return only(gone, func(o *model.Role) bool { return homes[o.ID] == "" && samePlace(o, n) })
}

func only(list []*model.Role, is func(*model.Role) bool) *model.Role {
	var found *model.Role
	for _, r := range list {
		if !is(r) {
			continue
		}
		if found != nil {
			return nil
		}
		found = r
	}
	return found
}

// samePlace reports whether a role stands where another stood.
func samePlace(o, n *model.Role) bool {
	if o.Foundation || n.Foundation || o.Language != n.Language {
		return false
	}
	level := o.Level != nil && n.Level != nil && o.Level.Label == n.Level.Label
	return o.Track == n.Track && (level || o.Path() == n.Path()) && o.Track != ""
}

// home returns the role in which one of the first side goes on, or "".
func (b *book) home(id model.RoleID) model.RoleID { return b.homes[id] }

// carried returns the statements of one role that stand in the other, and
// those of them that a person should look at.
func (b *book) carried(o, n *model.Role) (all, confirm []model.StatementID) {
	for _, s := range o.Statements() {
		if is, ok := b.now[s.ID]; ok && is.Role.ID == n.ID {
			all = append(all, s.ID)
			if b.trail[s.ID].confirm {
				confirm = append(confirm, s.ID)
			}
		}
	}
	return all, confirm
}
