package changes

import (
	"rung/internal/change"
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// BadgeOf says what happened to a statement.
func BadgeOf(k change.Kind, d change.Degree) shared.Badge {
	switch k {
	case change.Added:
		return shared.Badge{Sign: "+", Word: "added", Tone: shared.Good}
	case change.Retired:
		return shared.Badge{Sign: "−", Word: "retired", Tone: shared.Bad}
	case change.Revived:
		return shared.Badge{Sign: "↺", Word: "back again", Tone: shared.Good}
	case change.Moved:
		return shared.Badge{Sign: "→", Word: "moved", Tone: shared.Plain}
	case change.Split:
		return shared.Badge{Sign: "÷", Word: "split off", Tone: shared.Good}
	case change.Merged:
		return shared.Badge{Sign: "&", Word: "merged", Tone: shared.Plain}
	}
	return degreeBadge(d)
}

func degreeBadge(d change.Degree) shared.Badge {
	switch d {
	case change.Typo:
		return shared.Badge{Sign: "~", Word: "typo", Tone: shared.Quiet}
	case change.Clarified:
		return shared.Badge{Sign: "~", Word: "clarified", Tone: shared.Plain}
	case change.Raised:
		return shared.Badge{Sign: "▲", Word: "raised", Tone: shared.Warn}
	case change.Lowered:
		return shared.Badge{Sign: "▼", Word: "lowered", Tone: shared.Plain}
	}
	return shared.Badge{Sign: "~", Word: "reworded", Tone: shared.Plain}
}

func (b *builder) entry(s change.Statement) Entry {
	out := Entry{Badge: BadgeOf(s.Kind, s.Degree), URL: b.Links.Life(s.ID), Text: marked(s), Notes: b.notes(s)}
	if s.Confirm {
		out.Confirm = b.Links.Doubts()
	}
	return out
}

// marked returns the words of a statement, those that changed marked.
func marked(s change.Statement) []shared.Inline {
	switch {
	case s.Now == nil:
		return []shared.Inline{{Text: s.Before.Text}}
	case s.Before == nil:
		return []shared.Inline{{Text: s.Now.Text}}
	}
	return shared.Changed(s.Before.Text, s.Now.Text, shared.MarkAdded|shared.MarkRemoved)
}

func (b *builder) notes(s change.Statement) []Note {
	var out []Note
	if s.Kind == change.Merged && s.Degree != "" && s.Degree != change.Other {
		out = append(out, Note{Words: degreeBadge(s.Degree).Word})
	}
	if s.Degree == change.Raised || s.Degree == change.Lowered {
		for _, sign := range s.Signs {
			out = append(out, Note{Words: SignWords(sign)})
		}
	}
	if from := b.from(s); from != "" {
		out = append(out, Note{Words: from})
	}
	lead := map[change.Kind]string{change.Split: "made of a part of", change.Merged: "has taken up", change.Retired: "taken up by"}[s.Kind]
	for _, id := range s.Others {
		if lead != "" {
			out = append(out, Note{Words: lead, Other: b.wordsOf(id), URL: b.Links.Life(id)})
		}
	}
	return out
}

// SignWords says which words gave way to which.
func SignWords(s change.Sign) string {
	switch {
	case s.Before == "":
		return "“" + s.Now + "” is new"
	case s.Now == "":
		return "“" + s.Before + "” is left out"
	}
	return "“" + s.Before + "” became “" + s.Now + "”"
}

// from says where a statement stood before, where that is another place than
// the one that has become its role.
func (b *builder) from(s change.Statement) string {
	if s.Before == nil || s.Now == nil {
		return ""
	}
	area := areaName(s.Before.AreaTitle)
	switch {
	case b.Report.Heirs[s.Before.Role] != s.Now.Role:
		return "from " + s.Before.RoleTitle + ", " + area
	case s.Before.Area != s.Now.Area:
		return "from " + area + " to " + areaName(s.Now.AreaTitle)
	}
	return ""
}

func areaName(title string) string {
	if title == "" {
		return "what the role asks"
	}
	return "“" + title + "”"
}

// wordsOf returns what another statement said, or its id.
func (b *builder) wordsOf(id model.StatementID) string {
	s, ok := b.words[id]
	switch {
	case !ok:
		return string(id)
	case s.Before != nil:
		return s.Before.Text
	}
	return s.Now.Text
}

func (b *builder) detail(d change.Detail) Line {
	both := shared.MarkAdded | shared.MarkRemoved
	says := func(words string) []shared.Inline { return []shared.Inline{{Text: words}} }
	plus := func(word string) shared.Badge { return shared.Badge{Sign: "+", Word: word, Tone: shared.Quiet} }
	minus := func(word string) shared.Badge { return shared.Badge{Sign: "−", Word: word, Tone: shared.Quiet} }
	switch d.Kind {
	case change.ExampleAdded:
		return Line{Badge: plus("example"), Text: says(d.Now)}
	case change.ExampleRemoved:
		return Line{Badge: minus("example"), Text: says(d.Before)}
	case change.ScopeAdded:
		return Line{Badge: plus("scope"), Text: says(d.Name + ": " + d.Now)}
	case change.ScopeRemoved:
		return Line{Badge: minus("scope"), Text: says(d.Name + ": " + d.Before)}
	case change.ScopeChanged:
		text := append(says(d.Name+": "), shared.Changed(d.Before, d.Now, both)...)
		return Line{Badge: shared.Badge{Sign: "~", Word: "scope", Tone: shared.Quiet}, Text: text, Note: scopeNote(d.Degree)}
	case change.TakesOver:
		return Line{Badge: plus("takes over"), Text: says("Asks all that " + d.Name + " asks.")}
	}
	return Line{Badge: minus("takes over"), Text: says("Asks what " + d.Name + " asks no more.")}
}

func scopeNote(d change.Degree) string {
	if d == "" || d == change.Other {
		return ""
	}
	return degreeBadge(d).Word
}
