package settings

import "rung/internal/diag"

const baker = "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n"

// The rules of this package. They hold no state; Rules lists them.
var (
	// UnknownRule tells of keys of rung.yaml that mean nothing.
	UnknownRule = &diag.Rule{
		Code: "P0201", Slug: "unknown-setting", Severity: diag.Warning, Since: "0.2.0",
		Title: "rung.yaml has a key that means nothing",
		Text: `The key is misspelt, or stands at the wrong depth, so what is written under it has no effect. The message lists the keys that
can stand there.`,
		Bad:  baker + "-- rung.yaml --\ntitel: The bakery\n",
		Good: baker + "-- rung.yaml --\ntitle: The bakery\n",
	}
	// InvalidRule tells of values of rung.yaml that cannot be meant.
	InvalidRule = &diag.Rule{
		Code: "P0202", Slug: "invalid-setting", Severity: diag.Error, Since: "0.2.0",
		Title: "rung.yaml says something that cannot be done",
		Text: `The value is of the wrong kind, or asks for what is not possible: to silence a rule without saying why, or one that is not
about quality. A reason is for whoever finds the silence in two years. What the entry asks for was not done.`,
		Bad:  baker + "-- rung.yaml --\nrules:\n  Q0003: off\n",
		Good: baker + "-- rung.yaml --\nrules:\n  Q0003:\n    severity: off\n    reason: the long sentences are quoted from the trade's own rules\n",
	}
	// UnusedRule tells of readings in rung.yaml that nothing asked for.
	UnusedRule = &diag.Rule{
		Code: "P0203", Slug: "unused-setting", Severity: diag.Note, Since: "0.2.0",
		Title: "a reading in rung.yaml is never used",
		Text: `The entry asks to read a file or folder in a way that is not possible there: the file was moved, or is written otherwise
now. "rung check -v" names the readings that were chosen, each with the line that flips it.`,
		Bad:  baker + "-- rung.yaml --\nreadings: {\"Miller.md\": heading-is-statement}\n",
		Good: baker + "-- rung.yaml --\nreadings: {\"L1-Baker.md\": heading-is-area}\n",
	}
	// InvalidSilenceRule tells of comments that cannot be obeyed.
	InvalidSilenceRule = &diag.Rule{
		Code: "P0204", Slug: "invalid-silence", Severity: diag.Error, Since: "0.2.0",
		Title: "a comment to rung cannot be obeyed",
		Text: `A comment "rung: ignore Q0003 and a reason" silences a rule at one place: on its own line, or where it stands alone for the
paragraph or bullet below it. This one names no rule of quality, or gives no reason. A reason is for whoever finds the silence in two years.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for. <!-- rung: ignore Q0003 -->\n",
		Good: baker,
	}
	// UnusedSilenceRule tells of comments that silence nothing.
	UnusedSilenceRule = &diag.Rule{
		Code: "P0205", Slug: "unused-silence", Severity: diag.Note, Since: "0.2.0",
		Title: "a comment silences a rule that has nothing to say",
		Text: `The comment was written for a finding that is gone: the text was mended, the rule learnt better, or the comment moved away
from its text. As it stands it would hide the next finding that somebody should see.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for. <!-- rung: ignore Q0003 the list is long -->\n",
		Good: baker,
	}
)

// Rules returns the rules of this package by code. The caller owns the slice.
func Rules() []*diag.Rule {
	return []*diag.Rule{UnknownRule, InvalidRule, UnusedRule, InvalidSilenceRule, UnusedSilenceRule}
}
