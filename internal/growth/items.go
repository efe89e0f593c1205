package growth

import "slices"

// ItemsFor returns the private items that the standing shows to a reader who
// is not the person herself: evidence, and ratings that somebody else gave.
// Peers' ratings count as shown. It is nil where there are none.
func (s Standing) ItemsFor(reader PersonID) map[ItemKind][]string {
	var evidence, ratings []string
	for _, st := range s.Statements {
		evidence, ratings = st.items(reader, evidence, ratings)
		for _, o := range st.Open {
			evidence, ratings = o.items(reader, evidence, ratings)
		}
	}
	return Items(map[ItemKind][]string{EvidenceItem: evidence, RatingItem: ratings})
}

func (st StatementStanding) items(reader PersonID, evidence, ratings []string) ([]string, []string) {
	for _, e := range st.Evidence {
		evidence = append(evidence, string(e.ID))
	}
	shown := slices.Clone(st.Peers)
	for _, r := range []*Rating{st.Manager, st.Self} {
		if r != nil {
			shown = append(shown, *r)
		}
	}
	for _, r := range shown {
		if r.Rater != reader {
			ratings = append(ratings, string(r.ID))
		}
	}
	return evidence, ratings
}

// Items returns the lists sorted, each id once, without empty lists; nil where
// nothing is left.
func Items(lists map[ItemKind][]string) map[ItemKind][]string {
	var out map[ItemKind][]string
	for kind, ids := range lists {
		if len(ids) == 0 {
			continue
		}
		if out == nil {
			out = map[ItemKind][]string{}
		}
		ids = slices.Clone(ids)
		slices.Sort(ids)
		out[kind] = slices.Compact(ids)
	}
	return out
}
