package dialect

import (
	"slices"
	"strings"

	"rung/internal/parse"
)

// roleHeading reports whether a heading names a role or a level.
func roleHeading(title string) bool {
	title = emojiOff(title)
	if PersonVoice(title) || exampleLead(title) != leadNone {
		return false
	}
	label, rest := SplitLabel(title)
	if label.Text != "" {
		return len(strings.Fields(rest)) <= 8
	}
	return RoleTitle(title) || OnlySeniority(roleWords(ordinalOff(title))) // "2. Junior" counts
}

// personal are words of seniority that only jobs have: an area may be called
// "Lead" or "Advanced" something.
var personal = wordSet("junior jr senior sr staff principal graduate trainee apprentice mid-level distinguished júnior pleno sênior confirmé confirmée")

// sharedJobs returns what several titles beside each other name besides words
// of seniority, as "cook" in "Cook", "Senior Cook", "Cook II": whatever it is,
// it is a job.
func sharedJobs(titles []string) map[string]bool {
	words := map[string]map[string]bool{}
	for _, t := range titles {
		if len(t) > maxTitle || PersonVoice(t) {
			continue
		}
		_, w, base := Rank(roleWords(t))
		base = strings.ToLower(base)
		if base == "" || len(strings.Fields(base)) > 5 {
			continue
		}
		if words[base] == nil {
			words[base] = map[string]bool{}
		}
		words[base][strings.ToLower(w)] = true
	}
	jobs := map[string]bool{}
	for base, seen := range words {
		for w := range seen {
			if first, _, _ := strings.Cut(w, " "); len(seen) > 1 && personal[first] {
				jobs[base] = true
			}
		}
	}
	return jobs
}

// notCounted are what documents count that is no job.
var notCounted = wordSet(`part step phase week day month year quarter sprint section chapter module lesson unit exercise example appendix annex figure table
	option version release severity priority sev tier round interview milestone iteration stage class type category group case scenario level
	act book volume area pillar theme topic domain dimension competency competence skill value goal objective principle rule question task project team workshop session meeting idea tip point item reason ` + strings.Join(timeNouns, " "))

// addCounted adds what titles beside each other count by numerals, as
// "Lamplighter" in "Lamplighter I" and "Lamplighter II". It is for places about
// levels: elsewhere anything may be counted.
func addCounted(jobs map[string]bool, titles []string) {
	numerals := map[string]map[string]bool{}
	for _, t := range titles {
		words := strings.Fields(strings.ToLower(glossOff(roleWords(t))))
		n := len(words) - 1
		if n < 1 || n > 4 || notCounted[words[n-1]] || len(words[n]) > 4 {
			continue
		}
		if _, ok := roman(words[n]); !ok && !isSmall(words[n]) {
			continue
		}
		base := strings.Join(words[:n], " ")
		if numerals[base] == nil {
			numerals[base] = map[string]bool{}
		}
		if numerals[base][words[n]] = true; len(numerals[base]) > 1 {
			_, _, job := Rank(base)
			jobs[strings.ToLower(job)] = true
		}
	}
}

// countsJob reports whether all names count one job or another by numerals.
func countsJob(names []string) bool {
	if len(names) < 2 {
		return false
	}
	jobs := map[string]bool{}
	addCounted(jobs, names)
	return !slices.ContainsFunc(names, func(n string) bool { return !inJobs(jobs, n) })
}

// CountsInLetters reports whether all names count one job or another by numerals
// in letters, as "Docent I" and "Docent II – Seasoned". People count what is theirs
// so, and other things by digits.
func CountsInLetters(names []string) bool {
	for _, n := range names {
		words := strings.Fields(glossOff(roleWords(n)))
		if len(words) < 2 {
			return false
		}
		if last := words[len(words)-1]; !isNumeral(last) || isSmall(last) {
			return false
		}
	}
	return countsJob(names)
}

// inJobs reports whether a title names one of the jobs.
func inJobs(jobs map[string]bool, title string) bool {
	if len(jobs) == 0 || len(title) > maxTitle {
		return false
	}
	_, _, base := Rank(roleWords(title))
	return jobs[strings.ToLower(base)]
}

// RoleGroup is the roles that stand under one heading of a page.
type RoleGroup struct {
	Parent *Section // the heading, or the page's outline
	Roles  []*Section
}

// roleGroups returns the sections of a page whose headings are roles, by the
// heading that they stand under, or nil: siblings, two of them at least, or
// one that introduces itself. A page may hold several tracks, each under a
// heading of its own; roles within roles are no group.
func roleGroups(p *Page) []RoleGroup {
	var all []RoleGroup
	var visit func(parent *Section)
	visit = func(parent *Section) {
		found := roleSiblings(p, parent)
		if len(found) > 0 {
			all = append(all, RoleGroup{parent, found})
		}
		for _, sub := range parent.Subs {
			visit(sub)
		}
	}
	visit(p.Outline)
	return outermost(all)
}

// outermost drops the groups that lie within a role of another: an area of a
// role may have sections that are named like jobs. Headings that all stand over
// groups, as "Engineer" beside "Manager", are tracks and no roles.
func outermost(all []RoleGroup) []RoleGroup {
	var out []RoleGroup
	var taken []*Section
	for _, g := range all {
		if !slices.ContainsFunc(g.Roles, func(r *Section) bool { return !framesGroup(r, all) }) {
			continue
		}
		if slices.ContainsFunc(taken, func(r *Section) bool { return holds(r, g.Parent) }) {
			continue
		}
		taken = append(taken, g.Roles...)
		g.Roles = withInner(g.Roles)
		out = append(out, g)
	}
	return out
}

// framesGroup reports whether a section stands over two roles or more that are
// not of its own kind.
func framesGroup(r *Section, all []RoleGroup) bool {
	return slices.ContainsFunc(all, func(g RoleGroup) bool { return len(g.Roles) > 1 && holds(r, g.Parent) }) && len(innerRoles(r)) < 2
}

// holds reports whether a section is another, or lies above it.
func holds(outer, sec *Section) bool {
	found := false
	outer.Each(func(t *Section) { found = found || t == sec })
	return found
}

// withInner replaces a role whose sections are roles of its kind, as "Senior
// Engineer" over "Senior Engineer I" and "II", by these. What the outer one
// says for them is each one's own.
func withInner(roles []*Section) []*Section {
	var out []*Section
	for _, outer := range roles {
		inner := innerRoles(outer)
		if len(inner) < 2 {
			out = append(out, outer)
			continue
		}
		var shared []*Section
		for _, sub := range outer.Subs {
			if !slices.Contains(inner, sub) {
				shared = append(shared, sub)
			}
		}
		for _, in := range inner {
			if _, rest := SplitLabel(emojiOff(in.Title.Value)); rest == "" { // "2.1" under "2 Senior Developer"
				in.Title.Value = ordinalOff(emojiOff(outer.Title.Value)) + " " + in.Title.Value
			}
			in.Body = append(slices.Clone(outer.Body), in.Body...)
			in.Subs = append(slices.Clone(shared), in.Subs...)
			out = append(out, in)
		}
	}
	return out
}

// ordinalOff takes a number off the start of a title that only counts, as in
// "2 Senior Developer" and "3. Lead".
func ordinalOff(title string) string {
	if _, rest, ok := orderPrefix(title); ok && rest != "" {
		return rest
	}
	return title
}

// innerRoles returns the sections of a role that are roles of its kind.
func innerRoles(outer *Section) []*Section {
	var out []*Section
	_, _, own := Rank(roleWords(outer.Title.Value))
	for _, sub := range outer.Subs {
		if label, rest := SplitLabel(emojiOff(sub.Title.Value)); label.Text != "" && rest == "" && hasContent(sub) && LevelName(ordinalOff(outer.Title.Value)) {
			out = append(out, sub)
			continue
		}
		_, _, base := Rank(roleWords(sub.Title.Value))
		if roleHeading(sub.Title.Value) && strings.EqualFold(base, own) && own != "" && hasContent(sub) {
			out = append(out, sub)
		}
	}
	return out
}

// roleSiblings returns the sections under one that are roles: they are named
// like roles, or introduce a person over areas of their own, or are made alike
// on a page about levels.
func roleSiblings(p *Page, parent *Section) []*Section {
	var titles []string
	for _, sub := range parent.Subs {
		titles = append(titles, sub.Title.Value)
	}
	jobs := sharedJobs(titles)
	if aboutLevels(p) {
		addCounted(jobs, titles)
	}
	var found []*Section
	others, drawn := 0, 0
	for _, sub := range parent.Subs {
		title := emojiOff(sub.Title.Value)
		named := sub.level || roleHeading(title) || inJobs(jobs, title) || hasAreas(sub) && introduced(sub) && !PersonVoice(title)
		switch {
		case named && (fitsTitle(p, sub.Title.Value) || p.Names.Label.Text == "" && inJobs(jobs, title)) && hasContent(sub):
			found = append(found, sub)
			if sub.Head.Kind != parse.Heading {
				drawn++
			}
		case forEveryoneTitle(title) || factsOnly(sub):
		case !PersonVoice(title) && holdsList(sub):
			others++
		}
	}
	if kin := builtAlike(parent, found); len(kin) > len(found) {
		others -= len(kin) - len(found)
		found = kin
	}
	if titles := sectionTitles(found); drawn > 0 && !found[0].level && !LevelAxis(titles) && !(aboutLevels(p) && countsJob(titles)) {
		return nil
	}
	switch {
	case len(found) >= 2 && onlyLabels(found) && (!aboutJobs(p) && !worded(found) || aboutThings(found)):
		return nil // levels of something else, as of support or of alarm
	case len(found) >= 2 && !aboutLevels(p) && nameNobody(found) && listThings(found):
		return nil // or of data: "Level 4: Secret"
	case len(found) >= 2 && len(found) >= others:
		return found
	case len(found) == 1 && others == 0 && p.Names.Label.Text == "" && !RoleTitle(p.Title.Value) && !p.Index && introduced(found[0]):
		return found
	}
	return alike(p, parent)
}

// onlyLabels reports whether sections are headed by a label each and nothing
// else, and have no sections in them.
func onlyLabels(list []*Section) bool {
	for _, s := range list {
		if label, rest := SplitLabel(emojiOff(s.Title.Value)); label.Text == "" || rest != "" || len(s.Subs) > 0 {
			return false
		}
	}
	return true
}

// worded reports whether the bullets under sections are sentences or close to
// it: four words on average.
func worded(list []*Section) bool {
	words, items := 0, 0
	for t := range bulletsUnder(list) {
		items++
		words += wordsIn(t.Value) + 1
	}
	return words >= 4*items
}

func sectionTitles(list []*Section) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.Title.Value)
	}
	return out
}

// fitsTitle guards pages that are one role, whose areas may be named like
// jobs: "Coach" and "Leader" under "Engineering Manager". Areas do not rank one
// job, as "RN I" and "RN II" under "Bedside Nurse" do. There a role among
// the headings has a label or the page's own job in its name, whole or without
// what it is about: "Senior Developer" under "Software Developer".
func fitsTitle(p *Page, heading string) bool {
	if p.Names.Label.Text == "" && !RoleTitle(p.Title.Value) {
		return true
	}
	label, rest := SplitLabel(emojiOff(heading))
	if label.Text != "" {
		return true
	}
	if p.Names.Label.Text != "" {
		return false
	}
	_, _, base := Rank(roleWords(rest))
	_, _, own := Rank(roleWords(p.Title.Value))
	base, own = strings.ToLower(base), strings.ToLower(own)
	return OnlySeniority(roleWords(rest)) || own != "" && strings.Contains(base, own) || base != "" && strings.HasSuffix(own, " "+base)
}

// adoptSentences moves sections that are headed by sentences about a person,
// and stand beside roles, under the role before them: their author slipped by
// one rank.
func adoptSentences(p *Page, roles []*Section) {
	if len(roles) == 0 {
		return
	}
	isRole := map[*Section]bool{}
	for _, r := range roles {
		isRole[r] = true
	}
	p.Outline.Each(func(parent *Section) {
		var last *Section
		kept := parent.Subs[:0:0]
		for _, sub := range parent.Subs {
			switch {
			case isRole[sub]:
				last = sub
			case last != nil && PersonVoice(emojiOff(sub.Title.Value)):
				last.Subs = append(last.Subs, sub)
				continue
			}
			kept = append(kept, sub)
		}
		parent.Subs = kept
	})
}

// hasAreas reports whether a section has sections in it that are more than
// facets: "Examples" alone are those of an area.
func hasAreas(s *Section) bool {
	return slices.ContainsFunc(s.Subs, func(sub *Section) bool { return facetOf(sub.Title.Value) == noFacet })
}

func hasContent(s *Section) bool { return len(s.Body) > 0 || len(s.Subs) > 0 }

func holdsList(s *Section) bool {
	found := false
	s.Each(func(t *Section) { found = found || hasList(t.Body) })
	return found
}

// introduced reports whether a section begins as roles do: with words about
// one person, quoted or not. "Our" and "we" begin the prose of companies.
func introduced(s *Section) bool {
	for _, b := range s.Body {
		switch b.Kind {
		case parse.Quote:
			return onePerson(flat(b).Value) && holdsList(s)
		case parse.Paragraph:
			return onePerson(b.Text.Value) && holdsList(s)
		}
	}
	return false
}
