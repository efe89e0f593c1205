package resolve

import (
	"path"
	"slices"
	"strings"

	"rung/internal/model"
)

// Kind says where a link leads.
type Kind int

// The kinds of destination.
const (
	Outside  Kind = iota // leaves the framework: another site, mail, a site's own route
	Dead                 // should be in the tree and is not
	ToRole               // a role: Role is set
	ToPage               // a page: Page is set
	ToFile               // a file of the tree that is neither
	ToFolder             // a folder without a page of its own
)

// Target is what a link leads to. Path is the file or folder in the tree, or,
// of a dead link, where it should be; "" for Outside.
type Target struct {
	Kind     Kind
	Path     string
	Fragment string
	Role     model.RoleID
	Page     string
	Folded   bool // found only without regard to case
	Rooted   bool // dead: written from the root
	Above    bool // dead: climbs out of what was read
}

// Linker tells where links lead. It is immutable once made, and safe for
// concurrent use.
type Linker struct {
	draft   *model.DraftFramework
	folded  map[string]string // lower-case path -> path, "" where two differ in case only
	roles   map[string][]*model.Role
	pages   map[string]bool
	anchors map[model.RoleID]string // fragment of a role's own heading
	ours    []repository            // best first
}

// NewLinker indexes the tree of the draft, and infers from the draft's links
// under which address a code host shows it.
func NewLinker(d *model.DraftFramework) *Linker {
	l := &Linker{
		draft:   d,
		folded:  make(map[string]string),
		roles:   make(map[string][]*model.Role),
		pages:   make(map[string]bool, len(d.Pages)),
		anchors: make(map[model.RoleID]string),
	}
	for _, p := range d.Sources.Paths() {
		l.fold(p)
	}
	for p := range d.Others {
		l.fold(p)
	}
	for p := range d.Folders {
		l.fold(p)
	}
	for _, r := range d.Roles {
		l.roles[r.Path()] = append(l.roles[r.Path()], r)
	}
	for _, p := range d.Pages {
		l.pages[p.Path] = true
	}
	l.nameHeadings()
	l.ours = inferRepositories(l)
	return l
}

func (l *Linker) fold(p string) {
	key := strings.ToLower(p)
	if was, ok := l.folded[key]; ok && was != p {
		p = ""
	}
	l.folded[key] = p
}

// Target returns where a link written in the file at from leads. words are the
// words that carry it; they tell the roles of one file apart, and may be "".
func (l *Linker) Target(from, target, words string) Target {
	d := parseDestination(from, target)
	if d.outside {
		return l.hosted(d, words)
	}
	if d.above {
		return Target{Kind: Dead, Path: d.path, Fragment: d.fragment, Above: true}
	}
	if t, ok := l.inTree(d.path, d.fragment, words); ok {
		return t
	}
	// "/pricing" is a route of the site that shows the ladder, not a file.
	if d.rooted && path.Ext(d.path) == "" {
		return Target{Kind: Outside}
	}
	return Target{Kind: Dead, Path: d.path, Fragment: d.fragment, Rooted: d.rooted}
}

// hosted resolves an address on a code host: to a file of the tree where the
// address is our own repository's.
func (l *Linker) hosted(d destination, words string) Target {
	for _, ours := range l.ours {
		within, ok := ours.strip(d.hosted)
		if !ok {
			continue
		}
		if t, ok := l.inTree(within, d.fragment, words); ok {
			return t
		}
		// An old commit or tag may well hold what the tree does not hold any more.
		if ours.current(d.hosted) {
			return Target{Kind: Dead, Path: within, Fragment: d.fragment}
		}
	}
	return Target{Kind: Outside}
}

// inTree looks p up as people write it: with the case it has or another, with
// its extension or without, as a folder with a page of its own.
func (l *Linker) inTree(p, fragment, words string) (Target, bool) {
	for _, name := range spellings(p) {
		if l.exists(name) {
			return l.at(name, fragment, words), true
		}
	}
	for _, name := range spellings(p) {
		if found := l.folded[strings.ToLower(name)]; found != "" {
			t := l.at(found, fragment, words)
			t.Folded = true
			return t, true
		}
	}
	return Target{}, false
}

// spellings returns the paths that a link to p may mean, best first.
func spellings(p string) []string {
	out := []string{p, p + ".md", p + ".rst"}
	if stem, ok := strings.CutSuffix(p, ".html"); ok {
		out = append(out, stem+".md")
	}
	return out
}

func (l *Linker) exists(p string) bool {
	return p == "." || p == "" || l.draft.Sources.File(p) != nil || l.draft.Others[p] || l.draft.Folders[p]
}

// at returns what stands at p, which exists.
func (l *Linker) at(p, fragment, words string) Target {
	if p == "." || p == "" || l.draft.Folders[p] {
		readme := l.readme(p)
		if readme == "" {
			return Target{Kind: ToFolder, Path: path.Clean(p), Fragment: fragment}
		}
		p = readme
	}
	t := Target{Kind: ToFile, Path: p, Fragment: fragment}
	switch {
	case l.pages[p]:
		t.Kind, t.Page = ToPage, p
	case len(l.roles[p]) > 0:
		if r := l.roleIn(p, fragment, words); r != nil {
			t.Kind, t.Role = ToRole, r.ID
		}
	}
	return t
}

// readme returns the page that a code host shows for the folder, or "".
func (l *Linker) readme(folder string) string {
	for _, name := range []string{"README.md", "readme.md", "Readme.md", "index.md", "README", "_index.md"} {
		if p := path.Join(folder, name); l.draft.Sources.File(p) != nil {
			return p
		}
	}
	return ""
}

// roleIn returns which role of the file a link means: the only one, the one
// whose heading the fragment names, or the one that the link's words name.
func (l *Linker) roleIn(p, fragment, words string) *model.Role {
	roles := l.roles[p]
	if len(roles) == 1 {
		return roles[0]
	}
	if fragment != "" {
		for _, r := range roles {
			if l.anchors[r.ID] == strings.ToLower(fragment) {
				return r
			}
		}
		return nil
	}
	if found := bestRoles(parseName(words), roles, nil); len(found) == 1 {
		return found[0]
	}
	return nil
}

// nameHeadings notes the fragment that leads to each role of a file with
// several. Where two headings of a file read alike, a code host numbers them
// from the second on.
func (l *Linker) nameHeadings() {
	for p, roles := range l.roles {
		if len(roles) < 2 {
			continue
		}
		roles = slices.Clone(roles)
		slices.SortFunc(roles, func(a, b *model.Role) int { return a.At.Start - b.At.Start })
		seen := make(map[string]int)
		for _, r := range roles {
			slug := headingSlug(l.draft.Sources.Text(r.At))
			anchor := slug
			if n := seen[slug]; n > 0 {
				anchor = numbered(slug, n)
			}
			seen[slug]++
			if slices.Contains(l.draft.Anchors[p], anchor) {
				l.anchors[r.ID] = anchor
			}
		}
	}
}
