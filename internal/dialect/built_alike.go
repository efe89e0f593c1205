package dialect

import (
	"slices"
	"strings"

	"rung/internal/parse"
)

// builtAlike returns, in the page's order, the roles found under a section and
// the sections beside them that are built as they are: most of their own headings
// are those of two of the roles. "Head of Tides", over the duties and skills that
// "Tide Keeper" and "Senior Tide Keeper" have as well, is a role though its name
// shares nothing with theirs.
func builtAlike(parent *Section, found []*Section) []*Section {
	if len(found) < 2 || len(found) == len(parent.Subs) {
		return found
	}
	for {
		more := kinOf(parent, found)
		if len(more) == len(found) {
			return found
		}
		found = more // an area that two of the new ones have is one more that others may have
	}
}

// kinOf returns the roles found and those beside them that are their kin.
func kinOf(parent *Section, found []*Section) []*Section {
	count := map[string]int{}
	for _, role := range found {
		for _, key := range partKeys(role) {
			count[key]++
		}
	}
	var out []*Section
	for _, sub := range parent.Subs {
		if slices.Contains(found, sub) || sub.Head != nil && sub.Head.Kind == parse.Heading && mayBeKin(sub, count) {
			out = append(out, sub)
		}
	}
	return out
}

// mayBeKin reports whether the headings in a section are those of roles, whose
// headings are counted: all of them, or two and most of them. A role of the
// highest rank has an area of its own.
func mayBeKin(sub *Section, count map[string]int) bool {
	title := emojiOff(sub.Title.Value)
	keys := partKeys(sub)
	if len(keys) == 0 || len(strings.Fields(title)) > 6 || sentence(title) || PersonVoice(title) || asking.MatchString(title) || strings.HasSuffix(title, "?") || facetOf(title) != noFacet || forEveryoneTitle(title) {
		return false
	}
	shared := 0
	for _, key := range keys {
		if count[key] > 1 {
			shared++
		}
	}
	return shared == len(keys) || shared > 1 && shared*3 >= len(keys)*2
}

// partKeys returns the slugs of the headings in a section, each once.
func partKeys(sec *Section) []string {
	var out []string
	for _, sub := range sec.Subs {
		if key := Slug(sub.Title.Value); key != "" && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}
