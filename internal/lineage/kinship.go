package lineage

import "rung/internal/model"

const (
	// closeKin is from where two roles are taken for one under two names, or
	// for parts of one another.
	closeKin = 0.5
	// sameFileKin is the kinship of a role that vanished and one that appeared
	// where nothing else did in their file: somebody edited the heading.
	sameFileKin = 0.8
)

// kinship says which role of one revision goes on in which of the next.
type kinship struct {
	shared map[[2]model.RoleID]float64
}

// newKinship counts the statements that have left one role and appeared in
// another with the same words. Statements that stay where they are count for
// nothing: tracks that copy from each other are no kin.
func newKinship(old, now []*item) *kinship {
	before, after := roles(old), roles(now)
	k := &kinship{shared: map[[2]model.RoleID]float64{}}
	arrived := map[string][]*role{}
	for _, r := range after.list {
		for words := range r.left {
			arrived[words] = append(arrived[words], r)
		}
	}
	for _, o := range before.list {
		for words, n := range o.left {
			for _, r := range arrived[words] {
				k.shared[[2]model.RoleID{o.id, r.id}] += float64(min(n, r.left[words])) / float64(min(o.size, r.size))
			}
		}
	}
	k.sameFile(before, after)
	return k
}

// sameFile makes kin of the one role of a file that is gone and the one that
// has come.
func (k *kinship) sameFile(before, after roleSet) {
	gone, come := before.without(after), after.without(before)
	for path, o := range gone {
		if n := come[path]; len(o) == 1 && len(n) == 1 {
			at := [2]model.RoleID{o[0].id, n[0].id}
			k.shared[at] = max(k.shared[at], sameFileKin)
		}
	}
}

// between returns the kinship of the roles of two items, from 0 to 1.
func (k *kinship) between(o, n *item) float64 {
	if o.Role == n.Role {
		return 1
	}
	return min(k.shared[[2]model.RoleID{o.Role, n.Role}], 1)
}

// role is what kinship knows of a role in one revision.
type role struct {
	id   model.RoleID
	path string         // of its first statement
	size int            // statements
	left map[string]int // words of those that are not linked, with their number
}

type roleSet struct {
	list []*role
	byID map[model.RoleID]*role
}

func roles(items []*item) roleSet {
	s := roleSet{byID: map[model.RoleID]*role{}}
	for _, it := range items {
		r := s.byID[it.Role]
		if r == nil {
			r = &role{id: it.Role, path: it.Path, left: map[string]int{}}
			s.byID[it.Role] = r
			s.list = append(s.list, r)
		}
		r.size++
		if it.partner == nil {
			r.left[it.normal]++
		}
	}
	return s
}

// without returns the roles that other lacks, by path.
func (s roleSet) without(other roleSet) map[string][]*role {
	out := map[string][]*role{}
	for _, r := range s.list {
		if other.byID[r.id] == nil {
			out[r.path] = append(out[r.path], r)
		}
	}
	return out
}
