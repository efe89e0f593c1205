package resolve

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

var ruleNotInIndex = &diag.Rule{
	Code: "R0020", Slug: "not-in-index", Severity: diag.Warning, Since: "0.1.0",
	Title: "a role is missing from the page that lists its track",
	Text: `The page lists the other roles of the track and not this one, so that nobody who starts there finds it. A page
counts as the list of a track where it links to at least half of the track's roles. Roles that are drafts or deprecated
are not missed, nor is one that the page names without a link.`,
	Bad: `The list stops at L3.
-- Boats/README.md --
# Boats

1. [L2: Mate](L2-Mate.md)
2. [L3: Skipper](L3-Skipper.md)
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

## Craft

- I know which boat is out.
`,
	Good: `All are listed.
-- Boats/README.md --
# Boats

1. [L2: Mate](L2-Mate.md)
2. [L3: Skipper](L3-Skipper.md)
3. [L4: Harbour Master](L4-Harbour-Master.md)
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

## Craft

- I know which boat is out.
`,
}

// minListed is how many roles of a track a page must link to before it counts
// as the track's list.
const minListed = 2

// checkIndexes reports roles that the list of their track forgets. What a list
// names and is not there is a dead link, and has been reported.
func (r *resolver) checkIndexes() {
	lists := r.indexLists()
	texts := make(map[string]string) // of the lists, in lower case
	for _, track := range r.f.Tracks {
		roles := r.active(track.ID)
		paths := pathsOf(roles)
		page := r.indexOf(paths, lists)
		if page == "" {
			continue
		}
		text, ok := texts[page]
		if !ok { // once a page: an index of everything is large, and lists many tracks
			text = strings.ToLower(r.draft.Sources.File(page).String())
			texts[page] = text
		}
		done := make(map[string]bool)
		for _, role := range roles {
			p := role.Path()
			if r.listed[page][p] || r.meant[page][p] || done[p] || strings.Contains(text, strings.ToLower(role.Title)) {
				continue
			}
			done[p] = true
			r.reportMissing(role, page, paths)
		}
	}
}

// active returns the roles of a track that are in force.
func (r *resolver) active(id model.TrackID) []*model.Role {
	return slices.DeleteFunc(slices.Clone(r.tracks[id]), func(role *model.Role) bool { return role.Status != model.Active })
}

func pathsOf(roles []*model.Role) map[string]bool {
	out := make(map[string]bool)
	for _, role := range roles {
		out[role.Path()] = true
	}
	return out
}

// indexLists returns, for every file, the pages that link to it and stand in its
// folder or above, by their place among all pages.
func (r *resolver) indexLists() map[string][]int {
	out := make(map[string][]int)
	for i, p := range r.f.Pages {
		for f := range r.listed[p.Path] {
			if covers(p.Path, f) {
				out[f] = append(out[f], i)
			}
		}
	}
	return out
}

// indexOf returns the page that lists the files, or "": the one at or above
// their folder that links to most of them, the nearer of two.
func (r *resolver) indexOf(files map[string]bool, lists map[string][]int) string {
	count := make(map[int]int) // files that a page links to
	for f := range files {
		for _, i := range lists[f] {
			count[i]++
		}
	}
	best, most := "", 0
	for _, i := range slices.Sorted(maps.Keys(count)) {
		p, n := r.f.Pages[i].Path, count[i]
		if n > most || n == most && len(path.Dir(p)) > len(path.Dir(best)) {
			best, most = p, n
		}
	}
	if most < minListed || most*2 < len(files) || r.draft.Sources.File(best) == nil {
		return ""
	}
	return best
}

// covers reports whether page stands in the folder of file or in one above it.
func covers(page, file string) bool {
	dir := path.Dir(page)
	return dir == "." || dir == path.Dir(file) || strings.HasPrefix(file, dir+"/")
}

func (r *resolver) reportMissing(role *model.Role, page string, files map[string]bool) {
	at := r.lastListed(page, files)
	d := ruleNotInIndex.New(at, fmt.Sprintf("%q is missing from this list, expected a link to it beside the others", roleName(role)))
	d.Help = fmt.Sprintf("list [%s](%s)", roleName(role), relative(page, role.Path()))
	d.Related = []diag.Related{{Span: firstLine(r.draft.Sources, role.At), Message: "the role that is missing"}}
	r.report.Add(d)
}

// lastListed returns the last link of the page to one of the files.
func (r *resolver) lastListed(page string, files map[string]bool) source.Span {
	var last source.Span
	for _, link := range r.linksOf(page) {
		if t := r.linker.Target(page, link.Target, link.Text); files[t.Path] {
			last = link.At
		}
	}
	return last
}

// linksOf returns the links of one file; the draft has them by file.
func (r *resolver) linksOf(file string) []model.SourceLink {
	i, _ := slices.BinarySearchFunc(r.draft.Links, file, func(l model.SourceLink, f string) int { return cmp.Compare(l.At.Path, f) })
	j := i
	for j < len(r.draft.Links) && r.draft.Links[j].At.Path == file {
		j++
	}
	return r.draft.Links[i:j]
}
