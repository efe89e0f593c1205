package lint

import (
	"rung/internal/diag"
)

var q0015MixedPerson = &Rule{
	Rule: diag.Rule{
		Code: "Q0015", Slug: "mixed-person", Severity: diag.Note, Since: "0.1.0",
		Title: "a statement speaks in another person than the others of its track",
		Text: `Nearly all statements of the track begin with "I", or "you", or a verb ("leads"), and this one does otherwise. Readers
stumble, and ask whether it is about them; usually it was copied from elsewhere. Tracks without a clear habit are left alone.`,
		Bad:  "One of twenty says \"you\".\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + behaviours + "- You count the life jackets every time.\n",
		Good: "All say \"I\".\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + behaviours + "- I count the life jackets every time.\n",
	},
	Run: mixedPerson,
}

func mixedPerson(p *Pass) {
	for _, g := range p.ladder.groups {
		if !g.english() || len(g.texts) < smallHabit {
			continue
		}
		var count [voices]int
		for _, t := range g.texts {
			count[t.voice]++
		}
		usual, known := first, 0
		for v := first; v < voices; v++ {
			known += count[v]
			if count[v] > count[usual] {
				usual = v
			}
		}
		// Where most statements begin with a noun there is no voice to keep.
		if !habitual(count[usual], known-count[usual]) || known*2 < len(g.texts) {
			continue
		}
		var odd []*text
		for _, t := range g.texts {
			if t.voice != usual && t.voice != unknown && (t.voice != pronoun || t.signs&gendered == 0) { // "He" is another finding
				odd = append(odd, t)
			}
		}
		for _, t := range stray(odd) {
			p.otherVoice(t, t.voice, usual)
		}
	}
}

func (p *Pass) otherVoice(t *text, is, usual voice) {
	at, _ := p.within(t.Prose, 0, len(firstWord(t.Text)))
	p.at(at, "%q is in %s, expected %s as elsewhere in the track", firstWord(t.Text), voiceNames[is], voiceNames[usual]).
		help("write the statement in the person of the others").
		add()
}
