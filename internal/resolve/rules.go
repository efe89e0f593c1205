package resolve

import "rung/internal/diag"

// Rules returns everything that this package reports, by code.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleDeadLink,
		ruleDeadAnchor,
		ruleLinkCase,
		ruleUnknownRole,
		ruleAmbiguousRole,
		ruleUnlinkedRole,
		ruleCircle,
		ruleNotInIndex,
		ruleDuplicateLevel,
		ruleSkippedLevel,
		ruleLevelMismatch,
		ruleEmptyRole,
		ruleMissingArea,
		ruleTitleMismatch,
		ruleEmptyArea,
	}
}
