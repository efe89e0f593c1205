package compile

import (
	"cmp"
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/records"
	"rung/internal/lint"
	"rung/internal/parse"
	"rung/internal/resolve"
	"rung/internal/settings"
)

// Rules returns everything that compiling may report, by code. The list is the
// caller's own.
func Rules() []*diag.Rule {
	out := slices.Concat([]*diag.Rule{UnreadRule}, parse.Rules(), settings.Rules(), dialect.Rules(), records.Rules(), resolve.Rules(), lint.Rules())
	slices.SortFunc(out, func(a, b *diag.Rule) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

// Rule returns the rule of a code or a slug, in any case, or nil.
func Rule(name string) *diag.Rule {
	for _, r := range Rules() {
		if strings.EqualFold(string(r.Code), name) || strings.EqualFold(r.Slug, name) {
			return r
		}
	}
	return nil
}
