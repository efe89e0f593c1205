package growth

// PromotionRule says what a promotion to a role needs. It is data of the
// framework.
type PromotionRule struct {
	ShownPercent int // of the rated statements, at least this share is shown
	MaxConcern   int // at most this many statements are in concern
	Tests        []PromotionTest
}

// PromotionTest is a question that people answer before a promotion.
type PromotionTest struct {
	ID       string
	Question string
}

// DefaultPromotionRule returns the rule of a framework that names none.
func DefaultPromotionRule() PromotionRule {
	return PromotionRule{
		ShownPercent: 90,
		Tests: []PromotionTest{
			{"proud", "Would we be proud to introduce this person as an unsurprising example of the level?"},
			{"understood", "Do the person and the manager share an understanding of what is still open?"},
			{"opportunities", "Are the opportunities lined up that the level needs?"},
		},
	}
}

// met reports whether the statements satisfy the rule. Derived statements are
// not rated and do not count, save where there is nothing else: then all of
// them must be shown. A list without statements satisfies nothing.
func (r PromotionRule) met(list []StatementStanding) bool {
	rated, shown, concern, derived := 0, 0, 0, 0
	for _, st := range list {
		switch {
		case st.Statement.Derived && st.State == Shown:
			derived++
		case st.Statement.Derived:
		default:
			rated++
			shown += boolInt(st.State == Shown)
			concern += boolInt(st.State == Concern)
		}
	}
	if rated == 0 {
		return derived > 0 && derived == len(list)
	}
	return concern <= r.MaxConcern && shown*100 >= rated*r.ShownPercent
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
