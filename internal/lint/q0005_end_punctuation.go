package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

// A habit is only a habit among many: habitOf statements at least, of which at
// most habitMissed in a hundred do otherwise; or one alone of smallHabit.
const (
	habitOf     = 20
	habitMissed = 10
	smallHabit  = 10
)

var q0005EndPunctuation = &Rule{
	Rule: diag.Rule{
		Code: "Q0005", Slug: "end-punctuation", Severity: diag.Note, Since: "0.1.0",
		Title: "a statement does not end like the others of its track",
		Text: `All but a few statements of the track end with a full stop, or all but a few without one, and this one does
otherwise. Often the end of a sentence was lost in an edit. Tracks without a clear habit are left alone.`,
		Bad:  "One of twenty has lost its full stop.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + habit + "- I count the life jackets every time\n",
		Good: "All end alike.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + habit + "- I count the life jackets every time.\n",
	},
	Run: endPunctuation,
}

// habit is twenty statements with a full stop, for the examples of the rule.
const habit = `- I keep the boat ready for the morning.
- I splice a rope in the dark.
- I row against the tide for an hour.
- I know each buoy on the way home.
- I start the engine when it is cold.
- I stow the nets so that they run free.
- I bail before I am asked to bail.
- I read the sky before I read the forecast.
- I mend what I broke on the same day.
- I coil each rope the way I found it.
- I wake the skipper when the wind turns.
- I say who has the watch before I leave.
- I paint below the line once a year.
- I carry a knife that is sharp.
- I tie a knot that comes undone when it should.
- I swim to the pier in my boots.
- I keep the lamp full of oil.
- I tell the harbour when we are late.
- I hang the wet gear where it dries.
- I leave the deck cleaner than I found it.
`

func endPunctuation(p *Pass) {
	for _, g := range p.ladder.groups {
		var stopped, open [forms]int
		for _, t := range g.texts {
			switch ending(t.Prose) {
			case stop:
				stopped[t.form]++
			case bare:
				open[t.form]++
			}
		}
		for f := range forms {
			switch {
			case open[f] > 0 && habitual(stopped[f], open[f]):
				p.missingStops(stray(g.end(f, bare)))
			case stopped[f] > 0 && habitual(open[f], stopped[f]):
				p.extraStops(stray(g.end(f, stop)))
			}
		}
	}
}

// end returns the texts of a form that end so.
func (g *group) end(f form, so end) []*text {
	var out []*text
	for _, t := range g.texts {
		if t.form == f && ending(t.Prose) == so {
			out = append(out, t)
		}
	}
	return out
}

func habitual(most, few int) bool {
	return most+few >= habitOf && few*100 <= (most+few)*habitMissed || few == 1 && most+few >= smallHabit
}

func (p *Pass) missingStops(list []*text) {
	for _, s := range list {
		if endsAsItLikes(s.Prose) {
			continue
		}
		at, exact := p.lastWord(s)
		f := p.at(at, "%q ends without a full stop, expected one as elsewhere in the track", tail(s.Text)).
			help("end the statement with a full stop")
		if exact {
			f.fix(diag.Fix{Title: "add a full stop", Safe: diag.Safe, Edits: []diag.Edit{{Span: source.Span{Path: at.Path, Start: at.End, End: at.End}, New: "."}}})
		}
		f.add()
	}
}

func (p *Pass) extraStops(list []*text) {
	for _, s := range list {
		if s.next > 0 || strings.Contains(p.Sources.Text(s.At), "\n") || endsAsItLikes(s.Prose) {
			continue // several sentences or lines have stops between them, and one at the end
		}
		at, exact := p.lastWord(s)
		f := p.at(at, "%q ends with a full stop, expected none as elsewhere in the track", tail(s.Text)).
			help("end the statement without a full stop")
		if exact && strings.HasSuffix(s.Text, ".") {
			f.fix(diag.Fix{Title: "take the full stop off", Safe: diag.Safe, Edits: []diag.Edit{{Span: source.Span{Path: at.Path, Start: at.End - 1, End: at.End}}}})
		}
		f.add()
	}
}

// lastWord returns where the last word of a statement stands. exact is false
// where markup or an escape hides it; then the place is the whole statement.
func (p *Pass) lastWord(s *text) (at source.Span, exact bool) {
	at, word := s.At, tail(s.Text)
	if written := p.Sources.Text(at); word == "" || !strings.HasSuffix(written, word) || marked(s.Prose, model.Link) {
		return at, false
	}
	at.Start = at.End - len(word)
	return at, true
}

// end says how a text ends.
type end int

const (
	other end = iota // in a way that says nothing: a bracket, a colon, a pictograph
	stop
	bare // in a word
)

func ending(p model.Prose) end {
	text := strings.TrimSpace(p.Text)
	if text == "" || len(p.Marks) > 0 && marked(p, model.Code, model.Link) {
		return other
	}
	if c := text[len(text)-1]; c < utf8.RuneSelf {
		switch {
		case c == '.':
			return stop
		case isAlnum(c):
			return bare
		}
		return other
	}
	c, _ := utf8.DecodeLastRuneInString(text)
	switch {
	case c == '。':
		return stop
	case unicode.IsLetter(c) || unicode.IsNumber(c):
		return bare
	}
	return other
}

// endsAsItLikes reports whether a text ends in something that has an end of
// its own, besides code and a link as "Read more": "etc.", or a list as in
// "Examples: tests, reviews".
func endsAsItLikes(p model.Prose) bool {
	last := lastSentence(strings.TrimSpace(p.Text))
	return strings.HasSuffix(last, "etc.") || strings.ContainsAny(last, ":：")
}

// lastSentence returns what stands behind the last end of a sentence or line
// within a text.
func lastSentence(text string) string {
	for i := len(text) - 2; i > 0; i-- {
		if text[i] == '\n' || text[i] == ' ' && strings.IndexByte(".!?", text[i-1]) >= 0 {
			return text[i+1:]
		}
	}
	return text
}

// marked reports whether the text ends in markup of one of the kinds.
func marked(p model.Prose, kinds ...model.MarkKind) bool {
	return slices.ContainsFunc(p.Marks, func(m model.Mark) bool { return m.End == len(p.Text) && slices.Contains(kinds, m.Kind) })
}

// tail returns the last word of a text.
func tail(text string) string {
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}
