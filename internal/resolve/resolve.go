// Package resolve follows what a ladder says about itself: where its links
// lead, which role takes over which, which statement compares with which role,
// and whether indexes, levels and areas agree with one another.
package resolve

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
)

// Resolve turns a draft into a framework: marks know the role or page that
// they lead to, roles know what they extend and compare with, statements that
// only declare such an edge are Derived. It reports what does not add up and
// always returns a framework. The draft's own framework is changed and
// returned, so the draft must not be shared. The linker must be the draft's.
func Resolve(d *model.DraftFramework, linker *Linker, report *diag.Report) *model.Framework {
	r := newResolver(d, linker, report)
	r.fillMarks()    // where the links of roles lead, for everybody above
	r.checkLinks()   // every link of every file; later passes stay silent about what is dead
	r.readEdges()    // once, for both kinds of edge
	r.extend()       // roles that take over another's statements
	r.equate()       // statements that compare with a role
	r.findCircles()  // needs all edges
	r.checkIndexes() // needs to know which links are dead
	r.checkLevels()
	r.checkTitles()
	r.checkAreas()
	r.checkEmptyAreas()
	return r.f
}

// resolver is one run.
type resolver struct {
	draft  *model.DraftFramework
	f      *model.Framework
	linker *Linker
	report *diag.Report
	edges  []edge

	// declares holds the roles that say themselves that they take over another.
	declares map[*model.Role]bool

	roles  map[model.RoleID]*model.Role
	tracks map[model.TrackID][]*model.Role // in the framework's order, foundations left out
	byWord map[string][]*model.Role        // by each telling word of title and track
	labels map[string]bool                 // what stands before the number in the labels of levels, as "l"
	// listed holds, by page, the paths that the page links to; meant holds, by
	// page, the files that its dead links seem to mean.
	listed map[string]map[string]bool
	meant  map[string]map[string]bool
	names  *fileNames // made by the first dead link
	// anchors holds the fragments of pages that links asked for; compared counts
	// what was spent on suggestions.
	anchors  map[string]*pageAnchors
	compared int
}

func newResolver(d *model.DraftFramework, linker *Linker, report *diag.Report) *resolver {
	r := &resolver{
		draft:  d,
		f:      d.Framework,
		linker: linker,
		report: report,
		roles:  make(map[model.RoleID]*model.Role, len(d.Roles)),
		tracks: make(map[model.TrackID][]*model.Role),
		byWord: make(map[string][]*model.Role),
		labels: make(map[string]bool),
		listed: make(map[string]map[string]bool),
		meant:  make(map[string]map[string]bool),

		anchors: make(map[string]*pageAnchors),

		declares: make(map[*model.Role]bool),
	}
	for _, role := range d.Roles {
		r.roles[role.ID] = role
		if !role.Foundation {
			r.tracks[role.Track] = append(r.tracks[role.Track], role)
		}
		r.indexWords(role)
	}
	return r
}

func (r *resolver) indexWords(role *model.Role) {
	seen := make(map[string]bool)
	all := append(stems(role.Title), stems(strings.ReplaceAll(string(role.Track), "-", " "))...)
	for _, w := range all {
		if !seen[w] {
			seen[w] = true
			r.byWord[w] = append(r.byWord[w], role)
		}
	}
	if role.Level != nil {
		label := strings.Join(splitWords(role.Level.Label), "")
		if prefix := strings.TrimRight(label, "0123456789."); prefix != label && prefix != "" {
			r.labels[prefix] = true
		}
	}
}

// add puts value into the set at key.
func add(m map[string]map[string]bool, key, value string) {
	if m[key] == nil {
		m[key] = make(map[string]bool)
	}
	m[key][value] = true
}
