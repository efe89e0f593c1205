package lineage

import "rung/internal/model"

const (
	// closeKin is from where two roles are taken for one under two names, or
	// for parts of one another.
	closeKin = 0.5
	// sameFileKin is the kinship of a role that vanished and one that appeared
	// where nothing else did in their file: somebody edited the heading.
	sameFileKin = 0.8
	// successorKin is what a role that came must have of one that is gone to be
	// taken for the same under another name.
	successorKin = 0.25
)

// kinship says which role of one revision goes on in which of the next.
type kinship struct {
	shared map[pairOf]float64
	steady map[pairOf]float64
	tracks map[[2]model.TrackID]bool
}

// pairOf is a role of the revision before and one of the next.
type pairOf [2]model.RoleID

// newKinship counts the statements that have left one role and appeared in
// another with the same words. Statements that stay where they are count for
// nothing: tracks that copy from each other are no kin.
func newKinship(old, now []*item) *kinship {
	before, after := roles(old), roles(now)
	arrived := map[string][]*role{}
	for _, r := range after.list {
		for words := range r.left {
			arrived[words] = append(arrived[words], r)
		}
	}
	linked := map[pairOf]int{}
	common := map[pairOf]int{} // whole numbers: their sum does not depend on the order
	for _, it := range old {
		if it.partner != nil {
			linked[pairOf{it.Role, it.partner.Role}]++
			if it.partner.Role != it.Role {
				common[pairOf{it.Role, it.partner.Role}]++
			}
		}
	}
	for _, o := range before.list {
		for words, n := range o.left {
			for _, r := range arrived[words] {
				common[pairOf{o.id, r.id}] += min(n, r.left[words])
			}
		}
	}
	k := &kinship{shared: make(map[pairOf]float64, len(common))}
	for at, n := range common {
		k.shared[at] = float64(n) / float64(min(before.byID[at[0]].size, after.byID[at[1]].size))
	}
	k.steady = make(map[pairOf]float64, len(linked))
	for at, n := range linked {
		k.steady[at] = float64(n) / float64(max(before.byID[at[0]].size, after.byID[at[1]].size))
	}
	k.sameFile(before, after)
	k.succeed(before, after, common)
	k.joinTracks(before, after)
	return k
}

// succeed makes one of a role that is gone and one that has come where each
// has more in common with the other than with any other such role: it got
// another name. Splits and joined roles stay parts of each other.
func (k *kinship) succeed(before, after roleSet, common map[pairOf]int) {
	heir, forebear := map[model.RoleID]*role{}, map[model.RoleID]*role{}
	for _, o := range before.list {
		if after.byID[o.id] != nil {
			continue
		}
		for _, n := range after.list {
			c := common[pairOf{o.id, n.id}]
			if before.byID[n.id] != nil || c == 0 {
				continue
			}
			if b := heir[o.id]; b == nil || c > common[pairOf{o.id, b.id}] {
				heir[o.id] = n
			}
			if b := forebear[n.id]; b == nil || c > common[pairOf{b.id, n.id}] {
				forebear[n.id] = o
			}
		}
	}
	for id, n := range heir {
		if at := (pairOf{id, n.id}); forebear[n.id].id == id && k.shared[at] >= successorKin {
			k.shared[at] = 1
		}
	}
}

// joinTracks notes which tracks go on in which, by their roles.
func (k *kinship) joinTracks(before, after roleSet) {
	k.tracks = map[[2]model.TrackID]bool{}
	for at, kin := range k.shared {
		if kin >= closeKin {
			k.tracks[[2]model.TrackID{before.byID[at[0]].track, after.byID[at[1]].track}] = true
		}
	}
}

// siblings reports whether two items stand in one track, which may have got
// another name.
func (k *kinship) siblings(o, n *item) bool {
	return o.track == n.track || k.tracks[[2]model.TrackID{o.track, n.track}]
}

// sameFile makes kin of the one role of a file that is gone and the one that
// has come.
func (k *kinship) sameFile(before, after roleSet) {
	gone, come := before.without(after), after.without(before)
	for path, o := range gone {
		if n := come[path]; len(o) == 1 && len(n) == 1 {
			at := pairOf{o[0].id, n[0].id}
			k.shared[at] = max(k.shared[at], sameFileKin)
		}
	}
}

// between returns the kinship of the roles of two items, from 0 to 1.
func (k *kinship) between(o, n *item) float64 {
	if o.Role == n.Role {
		return 1
	}
	return min(k.shared[pairOf{o.Role, n.Role}], 1)
}

// steadiness is the share of the statements of two items' roles that are linked
// to each other already.
func (k *kinship) steadiness(o, n *item) float64 { return k.steady[pairOf{o.Role, n.Role}] }

// role is what kinship knows of a role in one revision.
type role struct {
	id    model.RoleID
	track model.TrackID
	path  string         // of its first statement
	size  int            // statements
	left  map[string]int // words of those that are not linked, with their number
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
			r = &role{id: it.Role, track: it.track, path: it.Path, left: map[string]int{}}
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
