package growth

import (
	"cmp"
	"maps"
	"slices"

	"rung/internal/model"
)

// standingCase is one computation of a standing.
type standingCase struct {
	*StandingInput
	voice    voice
	judged   map[model.StatementID]*judgement
	evidence map[model.StatementID][]Evidence
	byID     map[EvidenceID]Evidence
	held     []*model.Role                // held now or before
	lists    map[model.RoleID][]Listed    // of every role that derived statements lead to
	met      map[model.RoleID]bool        // whose promotion rule is met
	roles    map[model.RoleID]*model.Role // of the framework
}

func newCase(in StandingInput) *standingCase {
	c := &standingCase{
		StandingInput: &in,
		voice:         voice{in.Name},
		judged:        judgements(in.Ratings),
		roles:         map[model.RoleID]*model.Role{},
		lists:         map[model.RoleID][]Listed{},
		met:           map[model.RoleID]bool{},
	}
	if in.Framework != nil {
		for _, r := range in.Framework.Roles {
			c.roles[r.ID] = r
		}
	}
	c.indexEvidence()
	c.held = c.heldRoles()
	c.reach(in.Role)
	c.settle()
	return c
}

func (c *standingCase) indexEvidence() {
	c.byID = make(map[EvidenceID]Evidence, len(c.Evidence))
	for _, e := range c.Evidence {
		c.byID[e.ID] = e
	}
	c.evidence = map[model.StatementID][]Evidence{}
	for _, id := range slices.Sorted(maps.Keys(c.byID)) {
		linked := map[model.StatementID]bool{}
		for _, ref := range c.byID[id].Statements {
			if !linked[ref.Statement] {
				linked[ref.Statement] = true
				c.evidence[ref.Statement] = append(c.evidence[ref.Statement], c.byID[id])
			}
		}
	}
}

// evidenceFor returns the visible evidence that is linked to the statement, by
// its owner or by a rating of it, newest first.
func (c *standingCase) evidenceFor(id model.StatementID) []Evidence {
	found := map[EvidenceID]Evidence{}
	for _, e := range c.evidence[id] {
		found[e.ID] = e
	}
	if j := c.judged[id]; j != nil {
		for _, cited := range j.cited() {
			if e, ok := c.byID[cited]; ok {
				found[cited] = e
			}
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b Evidence) int {
		return cmp.Or(b.Happened.Compare(a.Happened), cmp.Compare(b.ID, a.ID))
	})
}

// stand returns the standing to one statement, without Open.
func (c *standingCase) stand(l Listed) StatementStanding {
	st := StatementStanding{Statement: l.Statement, Area: l.Area}
	if l.Role != c.Role {
		st.From = l.Role
	}
	if l.Statement.Derived {
		return c.derived(l, st)
	}
	return c.rated(l, st)
}

func (c *standingCase) rated(l Listed, st StatementStanding) StatementStanding {
	if j := c.judged[l.Statement.ID]; j != nil {
		st.Manager, st.Self, st.Peers = j.manager, j.self, j.sortedPeers()
	}
	st.Evidence = c.evidenceFor(l.Statement.ID)
	st.Held = c.heldEquivalent(l)
	has := HasEvidence(len(st.Evidence) > 0 || st.Held != nil)
	st.State = StateOf(c.Scale.Band(value(st.Manager)), c.Scale.Band(value(st.Self)), has)
	st.Disputed = disputed(c.Scale, st.Manager, st.Self)
	st.Stale = c.stale(st.Manager, st.Self)
	st.Reworded, st.Rerate = c.reworded(l.Statement, st.Manager, st.Self)
	st.Why = c.voice.rated(c.Scale, st)
	return st
}
