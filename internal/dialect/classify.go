package dialect

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rung/internal/model"
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
	return RoleTitle(title) || OnlySeniority(roleWords(title))
}

// personal are words of seniority that only jobs have: an area may be called
// "Lead" or "Advanced" something.
var personal = wordSet("junior jr senior sr staff principal graduate trainee apprentice mid-level distinguished júnior sênior")

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

// inJobs reports whether a title names one of the jobs.
func inJobs(jobs map[string]bool, title string) bool {
	if len(jobs) == 0 || len(title) > maxTitle {
		return false
	}
	_, _, base := Rank(roleWords(title))
	return jobs[strings.ToLower(base)]
}

// roleSections returns the sections of a page whose headings are roles, or
// nil: siblings, two of them at least, or one that introduces itself.
func roleSections(p *Page) []*Section {
	var best []*Section
	p.Outline.Each(func(parent *Section) {
		found := roleSiblings(p, parent)
		if len(found) > len(best) {
			best = found
		}
	})
	return withInner(best)
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
			in.Body = append(slices.Clone(outer.Body), in.Body...)
			in.Subs = append(slices.Clone(shared), in.Subs...)
			out = append(out, in)
		}
	}
	return out
}

// innerRoles returns the sections of a role that are roles of its kind.
func innerRoles(outer *Section) []*Section {
	var out []*Section
	_, _, own := Rank(roleWords(outer.Title.Value))
	for _, sub := range outer.Subs {
		_, _, base := Rank(roleWords(sub.Title.Value))
		if roleHeading(sub.Title.Value) && strings.EqualFold(base, own) && own != "" && hasContent(sub) {
			out = append(out, sub)
		}
	}
	return out
}

// roleSiblings returns the sections under one that are roles: they are named
// like roles, or introduce a person over areas of their own.
func roleSiblings(p *Page, parent *Section) []*Section {
	var found []*Section
	var titles []string
	for _, sub := range parent.Subs {
		titles = append(titles, sub.Title.Value)
	}
	jobs := sharedJobs(titles)
	others := 0
	for _, sub := range parent.Subs {
		named := roleHeading(sub.Title.Value) || inJobs(jobs, sub.Title.Value) || len(sub.Subs) > 0 && introduced(sub) && !PersonVoice(sub.Title.Value)
		switch {
		case sub.Head.Kind == parse.Heading && named && fitsTitle(p, sub.Title.Value) && hasContent(sub):
			found = append(found, sub)
		case !PersonVoice(emojiOff(sub.Title.Value)) && holdsList(sub):
			others++
		}
	}
	switch {
	case len(found) >= 2 && len(found) >= others:
		return found
	case len(found) == 1 && others == 0 && p.Names.Label.Text == "" && !RoleTitle(p.Title.Value) && !p.Index && introduced(found[0]):
		return found
	}
	return nil
}

// fitsTitle guards pages that are one role, whose areas may be named like
// jobs: "Coach" and "Leader" under "Engineering Manager". There a role among
// the headings has a label or the page's own job in its name.
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
	return OnlySeniority(roleWords(rest)) || own != "" && strings.Contains(strings.ToLower(base), strings.ToLower(own))
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

// family are words that name a discipline, and so the title of a track.
var family = regexp.MustCompile(`(?i)\b(engineering|development|design|management|analytics|operations|marketing|sales|support|product|security|research|backend|back-end|frontend|front-end|mobile|web|ios|android|devops|qa|platform|infrastructure|finance|people|hr|legal|success)\b`)

// findTransposed marks pages that hold one competency each, levels as
// headings: several of a folder, with the same bare levels, named for skills.
func (s *Survey) findTransposed() {
	byLevels := map[string][]*Page{}
	var order []string
	for _, p := range s.Pages {
		if key := bareLevels(s.roles[p]); key != "" {
			key = p.Dir + "\x00" + key
			if byLevels[key] == nil {
				order = append(order, key)
			}
			byLevels[key] = append(byLevels[key], p)
		}
	}
	for _, key := range order {
		pages := byLevels[key]
		jobs := 0
		for _, p := range pages {
			if _, told := trackName(p.Title.Value); told || RoleTitle(p.Title.Value) || family.MatchString(p.Title.Value) {
				jobs++
			}
		}
		if len(pages) < 2 || jobs*2 >= len(pages) {
			continue
		}
		for _, p := range pages {
			s.transposed[p] = true
			at := s.roles[p][0].At(p.Doc)
			if p.Outline.Head != nil {
				at = p.Outline.At(p.Doc)
			}
			d := TransposedRule.New(at, "this file tells one competency at "+plural2(len(s.roles[p]), "level")+", as "+plural2(len(pages), "file")+" of its folder do; it was not read as roles")
			d.Help = "write one file a level, with the competencies as headings"
			s.Report.Add(d)
		}
	}
}

// bareLevels returns the levels that head the sections, where they are levels
// and nothing else.
func bareLevels(roles []*Section) string {
	var out []string
	for _, r := range roles {
		label, rest := SplitLabel(emojiOff(r.Title.Value))
		switch {
		case label.Text != "" && rest == "":
			out = append(out, label.Text)
		case OnlySeniority(roleWords(r.Title.Value)):
			out = append(out, strings.ToLower(roleWords(r.Title.Value)))
		default:
			return ""
		}
	}
	if len(out) < 2 {
		return ""
	}
	return strings.Join(out, "\x00")
}

// classify decides what every page holds.
func (s *Survey) classify() {
	for _, p := range s.Pages {
		s.kinds[p] = s.kindOf(p)
	}
	for _, p := range s.Pages {
		if s.kinds[p] == prose {
			continue
		}
		if why := s.foundationReason(p); why != "" {
			s.kinds[p] = foundation
			s.Read(p.Path, "foundation", why)
		}
	}
}

// settleLabels decides where heading and file name name two levels: the one
// whose letters the other pages of the folder use stands.
func (s *Survey) settleLabels() {
	used := map[string]int{}
	for _, p := range s.Pages {
		if p.Names.Label.Text != "" {
			used[p.Dir+"\x00"+p.Names.Label.Prefix]++
		}
	}
	for _, p := range s.Pages {
		n := &p.Names
		if n.From != "heading" || n.File.Text == "" || n.File.Prefix == n.Label.Prefix && n.File.Number == n.Label.Number {
			continue
		}
		why := "the heading says " + n.Label.Text + ", the file name " + n.File.Text
		if used[p.Dir+"\x00"+n.File.Prefix] >= used[p.Dir+"\x00"+n.Label.Prefix] && n.File.Prefix != n.Label.Prefix {
			n.Label, n.From = n.File, "file name"
			s.Read(p.Path, "level-from-file-name", why+", as the other pages of the folder do")
		} else {
			s.Read(p.Path, "level-from-heading", why)
		}
	}
}

// kindOf decides it for one page.
func (s *Survey) kindOf(p *Page) pageKind {
	if s.transposed[p] || isData(p.Doc) {
		return prose
	}
	roles := s.roles[p]
	switch {
	case p.Index:
		if ladderInIndex(roles) && !s.isDirectory(p) {
			return manyRoles
		}
		return prose
	case len(roles) > 0:
		return manyRoles
	case s.isOneRole(p), s.foundationReason(p) != "":
		return oneRole
	}
	return prose
}

// ladderInIndex reports whether the sections of a README hold roles in full.
func ladderInIndex(roles []*Section) bool {
	full := 0
	for _, r := range roles {
		if holdsList(r) {
			full++
		}
	}
	return full >= 2 && full*2 > len(roles)
}

// isDirectory reports whether a page links to other pages of the framework
// that are roles.
func (s *Survey) isDirectory(p *Page) bool {
	n := 0
	for _, l := range p.Doc.Links {
		if to := s.Target(p, l.Target); to != nil && to != p && !to.Index {
			n++
		}
	}
	return n >= 2
}

// isOneRole reports whether a page is one role: it has a level that its other
// words bear out, or the title of a job and statements under it.
func (s *Survey) isOneRole(p *Page) bool {
	n := p.Names
	statements := hasStatements(p.Outline.Subs, AreHeadings) || hasStatements([]*Section{{Body: p.Outline.Body}}, AreHeadings)
	if n.Label.Text != "" && !isStub(p) {
		switch {
		case RoleTitle(n.Title), n.From == "front matter", s.siblingLevels(p) >= 2:
			return true
		case n.Title == n.Label.Text, statements && n.Label.Number <= 20:
			return statements
		}
	}
	if introduced(p.Outline) && len(p.Outline.Subs) > 0 && s.statementsVoice(p) > 0.6 {
		return true
	}
	if statements && inJobs(s.jobs[p.Dir], n.Title) {
		return true
	}
	return statements && (RoleTitle(p.Title.Value) || RoleTitle(n.Title) || RoleTitle(unhyphen(p.Stem)) && p.Title.Value == "" || OnlySeniority(roleWords(n.Title)) && s.siblingSeniority(p) >= 2)
}

// siblingLevels counts the pages of p's folder with a level of its kind.
func (s *Survey) siblingLevels(p *Page) int {
	n := 0
	for _, q := range s.Pages {
		if q.Dir == p.Dir && q.Names.Label.Prefix == p.Names.Label.Prefix && q.Names.Label.Text != "" {
			n++
		}
	}
	return n
}

func (s *Survey) siblingSeniority(p *Page) int {
	n := 0
	for _, q := range s.Pages {
		if q.Dir == p.Dir && OnlySeniority(roleWords(q.Names.Title)) {
			n++
		}
	}
	return n
}

// stubWords is how many words beside its links a stub may have.
const stubWords = 12

// isStub reports whether a page says nothing but where its text is.
func isStub(p *Page) bool {
	links, words, own := 0, 0, false
	var visit func(blocks []*parse.Block)
	visit = func(blocks []*parse.Block) {
		for _, b := range blocks {
			if b.Kind == parse.Heading || words > 4*stubWords {
				continue
			}
			own = own || b.Kind == parse.List && slices.ContainsFunc(itemTexts(b), saysItself)
			words += wordsIn(b.Text.Value)
			for _, m := range b.Text.Marks {
				if m.Target != "" && !strings.HasPrefix(m.Target, "#") {
					links++
					words -= wordsIn(b.Text.Value[m.Start:m.End])
				}
			}
			visit(b.Children)
		}
	}
	visit(p.Doc.Blocks)
	return links > 0 && words <= stubWords && !own
}

// wordsIn counts words by the spaces between them, and letters where a script
// has no spaces.
func wordsIn(s string) int {
	n := 0
	for _, c := range s {
		if c == ' ' || unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			n++
		}
	}
	return n
}

// saysItself reports whether a bullet holds words and no link.
func saysItself(t parse.Text) bool {
	return !slices.ContainsFunc(t.Marks, func(m model.Mark) bool { return m.Target != "" })
}

func isData(d *parse.Document) bool {
	return d.Format == parse.YAML || d.Format == parse.JSON || d.Format == parse.CSV
}

// plural2 returns "1 row", "2 rows".
func plural2(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
