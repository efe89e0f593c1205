package changes

import (
	"strings"

	"rung/internal/change"
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Summary says in one sentence how many statements something happened to.
func Summary(r *change.Report) string {
	count := map[change.Kind]int{}
	for _, s := range r.Statements {
		count[s.Kind]++
	}
	var parts []string
	for _, k := range []struct {
		kind change.Kind
		word string
	}{
		{change.Added, "added"}, {change.Reworded, "reworded"}, {change.Moved, "moved"}, {change.Split, "split off"},
		{change.Merged, "merged"}, {change.Revived, "back again"}, {change.Retired, "retired"},
	} {
		switch n := count[k.kind]; {
		case n == 0:
		case len(parts) == 0:
			parts = append(parts, shared.Count(n, "statement", "statements")+" "+k.word)
		default:
			parts = append(parts, shared.Count(n, k.word, k.word))
		}
	}
	if len(parts) > 0 {
		return strings.Join(parts, ", ")
	}
	if !r.Empty() {
		return "No statement changed; other things did"
	}
	return "Nothing that the ladder asks changed"
}

// lines says what happened to tracks and roles.
func (b *builder) lines() []Line {
	var out []Line
	if b.Only == nil {
		for _, t := range b.Report.Tracks {
			out = append(out, trackLine(t))
		}
	}
	for _, r := range b.Report.Roles {
		if b.of(append(append([]change.RoleRef{}, r.Before...), r.Now...)...) {
			out = append(out, b.roleLine(r))
		}
	}
	return out
}

func trackLine(t change.Track) Line {
	now := strings.Join(t.Now, ", ")
	says := func(words string) []shared.Inline { return []shared.Inline{{Text: words}} }
	switch t.Kind {
	case change.TrackAdded:
		return Line{Badge: lineBadges["added"], Text: says(now + " is a new track.")}
	case change.TrackRetired:
		return Line{Badge: lineBadges["retired"], Text: says(t.Before + " is a track no more.")}
	case change.TrackSplit:
		return Line{Badge: lineBadges["split"], Text: says("The track " + t.Before + " is split into " + now + ".")}
	}
	return Line{Badge: lineBadges["renamed"], Text: says("The track " + t.Before + " is now called " + now + ".")}
}

// lineBadges are those of roles and tracks, by the kind.
var lineBadges = map[string]shared.Badge{
	"added":    {Sign: "+", Word: "new", Tone: shared.Good},
	"retired":  {Sign: "−", Word: "retired", Tone: shared.Bad},
	"renamed":  {Sign: "~", Word: "renamed", Tone: shared.Plain},
	"replaced": {Sign: "⇄", Word: "replaced", Tone: shared.Warn},
	"split":    {Sign: "÷", Word: "split", Tone: shared.Plain},
	"merged":   {Sign: "&", Word: "merged", Tone: shared.Plain},
	"levelled": {Sign: "↕", Word: "level", Tone: shared.Plain},
	"status":   {Sign: "~", Word: "status", Tone: shared.Plain},
	"moved":    {Sign: "→", Word: "moved", Tone: shared.Quiet},
}

// roleLine says what happened to a role, each name leading to where the role
// can be read.
func (b *builder) roleLine(r change.Role) Line {
	out := Line{Badge: lineBadges[string(r.Kind)]}
	before, now := b.names(r.Before, b.Before), b.names(r.Now, b.Links)
	join := func(parts ...[]shared.Inline) {
		for _, p := range parts {
			out.Text = append(out.Text, p...)
		}
	}
	says := func(words string) []shared.Inline { return []shared.Inline{{Text: words}} }
	switch r.Kind {
	case change.RoleAdded:
		join(now, says(" is new."))
	case change.RoleRetired:
		join(before, says(" is retired."))
	case change.RoleRenamed:
		join(before, says(" is now called "), now, says("."))
	case change.RoleReplaced:
		join(before, says(" is replaced by "), now, says("."))
	case change.RoleSplit:
		join(now, says(" is made of a part of "), before, says("."))
	case change.RoleMerged:
		join(before, says(" goes on in "), now, says("."))
	case change.RoleLevelled:
		join(now, says(" moves from level "+r.Before[0].Level+" to "+r.Now[0].Level+"."))
	case change.RoleStatus:
		join(now, says(" is "+statusWord(r.Now[0].Status)+", and was "+statusWord(r.Before[0].Status)+"."))
	default:
		join(now, says(" moves from "+r.Before[0].Path+" to "+r.Now[0].Path+"."))
	}
	switch r.Kind {
	case change.RoleRenamed, change.RoleReplaced, change.RoleSplit, change.RoleMerged:
		out.Note = shared.Count(len(r.Carried), "statement goes on", "statements go on")
		if n := len(r.Confirm); n > 0 {
			out.Note += ", " + shared.Count(n, "link", "links") + " to confirm"
		}
	}
	return out
}

func statusWord(s model.Status) string {
	switch s {
	case model.Draft:
		return "a draft"
	case model.Deprecated:
		return "no longer in force"
	}
	return "in force"
}

func (b *builder) names(list []change.RoleRef, links shared.Links) []shared.Inline {
	var out []shared.Inline
	for i, r := range list {
		if i > 0 {
			out = append(out, shared.Inline{Text: ", "})
		}
		out = append(out, shared.Inline{Mark: model.Link, URL: links.Role(r.ID), Kids: []shared.Inline{{Text: r.Name}}})
	}
	return out
}
