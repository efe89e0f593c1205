package dialect

import (
	"slices"

	"rung/internal/parse"
)

// findAlike takes pages for roles that are named by no word for a job that we
// know, where the whole set speaks for it: they stand in one folder about
// levels, or one page about levels lists them, and their headings are each
// other's, as "Craft" and "People" under "Explorer", "Navigator" and "Captain".
func (s *Survey) findAlike() {
	for _, group := range s.pageGroups() {
		all := append(s.rolesBeside(group), group...)
		if len(all) < 2 || !headedAlike(all) {
			continue
		}
		why := "its headings are those of " + plural2(len(all)-1, "page") + " beside it, in a place about levels"
		for _, p := range group {
			if s.Choose(p.Path, "role", "page", why) {
				s.kinds[p] = oneRole
			}
		}
	}
}

// rolesBeside returns the pages of a group's folder that are a role each: jobs
// that we know among those that we do not, as "Captain" beside "Explorer".
func (s *Survey) rolesBeside(group []*Page) []*Page {
	var out []*Page
	if len(group) == 0 || !ladderWord.MatchString(unhyphen(group[0].Dir)) {
		return out
	}
	for _, p := range s.inDir[group[0].Dir] {
		if s.kinds[p] == oneRole {
			out = append(out, p)
		}
	}
	return out
}

// pageGroups returns the pages that might be roles and are taken for none yet,
// by the folder or the page about levels that holds them.
func (s *Survey) pageGroups() [][]*Page {
	var out [][]*Page
	taken := map[*Page]bool{}
	for _, p := range s.Pages {
		if !aboutLevels(p) && !p.Index {
			continue
		}
		var group []*Page
		for _, l := range p.Doc.Links {
			if to := s.Target(p, l.Target); to != nil && s.mayBeRole(to) && !slices.Contains(group, to) && !taken[to] && (aboutLevels(p) || aboutLevels(to)) {
				group = append(group, to)
			}
		}
		if len(group) < 2 { // a page that leads to the next one lists nothing
			continue
		}
		for _, q := range group {
			taken[q] = true
		}
		out = append(out, group)
	}
	byDir := map[string]int{}
	for _, p := range s.Pages {
		if taken[p] || !s.mayBeRole(p) || !ladderWord.MatchString(unhyphen(p.Dir)) && !s.namedRole(p) {
			continue
		}
		at, ok := byDir[p.Dir]
		if !ok {
			at = len(out)
			byDir[p.Dir] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], p)
	}
	return out
}

// mayBeRole reports whether a page that is taken for prose could be a role: it
// has a title and headings over bullets.
func (s *Survey) mayBeRole(p *Page) bool {
	title := emojiOff(p.Title.Value)
	return s.kinds[p] == prose && !p.Index && !isData(p.Doc) && !s.transposed[p] && p.Doc.Format != parse.Unknown && len(s.roles[p]) == 0 &&
		len(p.Outline.Subs) > 0 && !schoolGrade(p) && !levelsOfElse(p) && !isTemplate(p) && len(title) <= maxTitle && !asking.MatchString(title) && (s.namedRole(p) || !aboutLevels(&Page{Doc: p.Doc, Title: p.Title})) &&
		(hasStatements(p.Outline.Subs, AreHeadings) || s.namedRole(p) && len(p.Outline.Subs) > 1 && hasStatements(p.Outline.Subs, OverProse))
}

// namedRole reports whether a page is named like a role, or like one that the
// pages beside it share with it.
func (s *Survey) namedRole(p *Page) bool {
	return roleHeading(p.Title.Value) || inJobs(s.jobs[p.Dir], p.Title.Value)
}

// headedAlike reports whether more than half of the headings of pages are
// those of another one, and are no levels.
func headedAlike(group []*Page) bool {
	count := map[string]int{}
	var titles []string
	for _, p := range group {
		for _, sub := range p.Outline.Subs {
			key := Slug(sub.Title.Value)
			if count[key]++; count[key] == 1 {
				titles = append(titles, sub.Title.Value)
			}
		}
	}
	shared, all := 0, 0
	for _, p := range group {
		for _, sub := range p.Outline.Subs {
			all++
			if count[Slug(sub.Title.Value)] > 1 {
				shared++
			}
		}
	}
	return shared*2 > all && !LevelAxis(titles)
}
