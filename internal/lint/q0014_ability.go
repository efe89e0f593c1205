package lint

import (
	"strings"

	"rung/internal/diag"
)

var q0014Ability = &Rule{
	Rule: diag.Rule{
		Code: "Q0014", Slug: "ability", Severity: diag.Note, Since: "0.1.0",
		Title: "a statement asks what a person can do where the ladder asks what they do",
		Text: `Nearly all statements of the track say what a person does, and this one what the person can do or is able to do. An
ability cannot be seen until it is used, so that the rater has to guess. Say what is done. Tracks that are written in abilities
are left alone.`,
		Bad:  "One of twenty is an ability.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + behaviours + "- I am able to find the harbour by its lights.\n",
		Good: "All say what is done.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + behaviours + "- I know the harbour by its lights.\n",
	},
	Run: abilities,
}

// behaviours is twenty statements of what is done, for the examples of rules.
const behaviours = habit

func abilities(p *Pass) {
	for _, g := range p.ladder.groups {
		if !g.english() || len(g.texts) < smallHabit {
			continue
		}
		type hit struct {
			t          *text
			start, end int
		}
		var found []hit
		for _, t := range g.texts {
			if t.signs&ability == 0 {
				continue
			}
			if start, end := abilityIn(t.Text); start >= 0 {
				found = append(found, hit{t, start, end})
			}
		}
		if !habitual(len(g.texts)-len(found), len(found)) {
			continue
		}
		for _, h := range found {
			at, _ := p.within(h.t.Prose, h.start, h.end)
			p.at(at, "%q asks for an ability, expected what is done as elsewhere in the track", h.t.Text[h.start:h.end]).
				help("say what the person does").
				add()
		}
	}
}

// abilityIn returns the words by which a statement as a whole asks for an
// ability; start is -1 where it does not. "I can be trusted" and "I can be
// relied on" tell what others do, and are none.
func abilityIn(text string) (start, end int) {
	_, start = subjectOf(text)
	rest := text[start:]
	for _, a := range [...]string{"can ", "am able to ", "are able to ", "is able to ", "be able to ", "able to ", "have the ability to ", "has the ability to ", "ability to ", "am capable of ", "are capable of ", "is capable of ", "capable of "} {
		if len(rest) > len(a) && strings.EqualFold(rest[:len(a)], a) && !strings.HasPrefix(rest[len(a):], "be ") {
			return start, start + len(a) - 1
		}
	}
	return -1, -1
}
