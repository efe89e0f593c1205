package growth

import (
	"cmp"
	"slices"
	"strings"

	"rung/internal/model"
)

// disputedSteps is how far apart two ratings are that count as disputed.
const disputedSteps = 2

// StateOf is the table of a standing: what follows from the band of the newest
// rating by the manager of the time, that of the newest by the person, and
// whether there is evidence. The manager's decides where there is one that
// speaks of the statement; shown needs both, and evidence.
func StateOf(manager, self Band, evidence HasEvidence) State {
	switch manager {
	case Meets:
		if self == Meets && evidence == WithEvidence {
			return Shown
		}
		return Claimed
	case Below:
		return Growing
	case Lowest:
		return Concern
	}
	switch self {
	case Meets:
		return Claimed
	case Below:
		return Growing
	case Lowest:
		return Concern
	}
	if manager == NoChance || self == NoChance {
		return Waiting
	}
	return Unrated
}

// HasEvidence says whether something visible supports a statement.
type HasEvidence bool

// The values of HasEvidence.
const (
	NoEvidence   HasEvidence = false
	WithEvidence HasEvidence = true
)

// newer reports whether rating a is to be believed over b: the later, and of
// two at one time the one made later.
func newer(a, b Rating) bool {
	if !a.At.Equal(b.At) {
		return a.At.After(b.At)
	}
	return a.ID > b.ID
}

// judgement is what is said about one statement.
type judgement struct {
	manager, self *Rating
	peers         map[PersonID]Rating
}

// judgements sorts ratings by statement, the newest of each kind only.
func judgements(list []Rating) map[model.StatementID]*judgement {
	out := map[model.StatementID]*judgement{}
	for _, r := range list {
		j := out[r.Statement]
		if j == nil {
			j = &judgement{peers: map[PersonID]Rating{}}
			out[r.Statement] = j
		}
		j.add(r)
	}
	return out
}

func (j *judgement) add(r Rating) {
	switch r.Capacity {
	case Manager:
		j.manager = newest(j.manager, r)
	case Self:
		j.self = newest(j.self, r)
	case Peer:
		if had, ok := j.peers[r.Rater]; !ok || newer(r, had) {
			j.peers[r.Rater] = r
		}
	}
}

// cited returns the evidence that the deciding ratings name. What a peer names
// decides nothing.
func (j *judgement) cited() []EvidenceID {
	var out []EvidenceID
	for _, r := range []*Rating{j.manager, j.self} {
		if r != nil {
			out = append(out, r.Evidence...)
		}
	}
	return out
}

func newest(had *Rating, r Rating) *Rating {
	if had != nil && !newer(r, *had) {
		return had
	}
	return &r
}

// sortedPeers returns the peers' ratings, newest first.
func (j *judgement) sortedPeers() []Rating {
	var out []Rating
	for _, r := range j.peers {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Rating) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID))
	})
	return out
}

// value returns a rating's value, or "" for none.
func value(r *Rating) Value {
	if r == nil {
		return ""
	}
	return r.Value
}

// disputed reports whether two ratings are two steps or more apart.
func disputed(s Scale, a, b *Rating) bool { return StepsApart(s, a, b) >= disputedSteps }

// StepsApart returns how many steps of the scale lie between two ratings; 0
// where either is missing or stands outside the order.
func StepsApart(s Scale, a, b *Rating) int {
	x, y := s.Rank(value(a)), s.Rank(value(b))
	if x == 0 || y == 0 {
		return 0
	}
	return max(x-y, y-x)
}

// stale reports whether the newest of the deciding ratings is older than a
// cycle.
func (in *StandingInput) stale(list ...*Rating) bool {
	var last *Rating
	for _, r := range list {
		if r != nil {
			last = newest(last, *r)
		}
	}
	return last != nil && last.At.AddDate(0, in.CycleMonths, 0).Before(in.Now)
}

// reworded reports whether a deciding rating was given against words other
// than those of today, and whether it does not stand for these. What nobody
// knows is not held against it.
func (in *StandingInput) reworded(st *model.Statement, list ...*Rating) (reworded, rerate bool) {
	for _, r := range list {
		if r == nil || in.Wording == nil {
			continue
		}
		then, ok := in.Wording(st.ID, r.Revision)
		if !ok || sameWords(then, st.Text) {
			continue
		}
		reworded = true
		rerate = rerate || in.Stands != nil && !in.Stands(then, st.Text)
	}
	return reworded, rerate
}

// sameWords compares texts without regard to how their lines are broken.
func sameWords(a, b string) bool {
	return a == b || strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}
