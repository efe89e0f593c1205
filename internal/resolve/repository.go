package resolve

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// repository is an address under which a code host shows the tree.
type repository struct {
	name    string          // "host/owner/name"
	under   string          // folder of the repository that is the tree's root, or ""
	refs    map[string]bool // branches under which files of the tree were named
	files   map[string]bool // files of the tree that it was seen to name
	present bool            // it is where the tree lives now: what it lacks is missing
}

// minAgreement is how many different files must agree before a folder of a
// repository is taken for the tree, or a second repository for a former
// address of the first: one could be chance.
const minAgreement = 2

// maxNesting bounds how deep below its repository's root a tree is looked for.
const maxNesting = 8

// inferRepositories returns the repositories whose addresses agree with the
// tree: they name files that are there, best first. Names that every
// repository has (a README, a licence) prove nothing. Only the one with the
// most agreement is where the tree lives; another may be its address before it
// was moved.
func inferRepositories(l *Linker) []repository {
	found := l.agreeing()
	slices.SortFunc(found, func(a, b repository) int {
		return cmp.Or(
			cmp.Compare(len(b.files), len(a.files)),
			cmp.Compare(len(a.under), len(b.under)),
			cmp.Compare(a.name, b.name),
			cmp.Compare(a.under, b.under),
		)
	})
	var out []repository
	for i, r := range found {
		enough := len(r.files) >= minAgreement
		if i == 0 {
			r.present = len(found) == 1 || len(found[1].files) < len(r.files) || found[1].name == r.name
			enough = enough || r.under == "" && r.present
		}
		if enough {
			out = append(out, r)
		}
	}
	return out
}

// agreeing returns every repository, and every folder of one, that a link
// names a telling file of the tree in.
func (l *Linker) agreeing() []repository {
	type key struct{ name, under string }
	at := make(map[key]int)
	var out []repository
	note := func(h hosted, under, within string) {
		k := key{h.repository, under}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, repository{name: h.repository, under: under, refs: map[string]bool{}, files: map[string]bool{}})
		}
		out[i].refs[h.ref] = true
		out[i].files[within] = true
	}
	for _, link := range l.draft.Links {
		h := parseDestination(link.At.Path, link.Target).hosted
		under, within := "", h.path
		for range maxNesting {
			if h.repository != "" && telling(within) && l.exists(within) {
				note(h, under, within)
			}
			first, rest, ok := strings.Cut(within, "/")
			if !ok {
				break
			}
			under, within = path.Join(under, first), rest
		}
	}
	return out
}

// telling reports whether a path of that name distinguishes one repository
// from another.
func telling(p string) bool {
	stem := strings.ToLower(strings.TrimSuffix(path.Base(p), path.Ext(p)))
	switch stem {
	case "", ".", "readme", "license", "licence", "contributing", "code_of_conduct", "changelog",
		"index", "docs", "doc", "src", "data", "img", "images", "assets", "security", "todo":
		return false
	}
	return true
}

// strip returns where in the tree h stands; ok is false where it is not in the
// repository, or not under the tree's root.
func (r repository) strip(h hosted) (within string, ok bool) {
	if h.repository != r.name {
		return "", false
	}
	if r.under == "" || h.path == r.under {
		return strings.TrimPrefix(h.path, r.under), true
	}
	return strings.CutPrefix(h.path, r.under+"/")
}

// current reports whether h names the state that the tree is in, and not an
// old one.
func (r repository) current(h hosted) bool {
	if !r.present {
		return false
	}
	switch h.ref {
	case "main", "master", "HEAD", "trunk":
		return true
	}
	return r.refs[h.ref] && !looksLikeCommit(h.ref)
}

// looksLikeCommit reports whether ref is the beginning of a commit's name.
func looksLikeCommit(ref string) bool {
	const shortest = 7
	return len(ref) >= shortest && strings.Trim(strings.ToLower(ref), "0123456789abcdef") == ""
}
