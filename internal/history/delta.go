package history

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"rung/internal/compile"
	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/source"
)

// FileChange is a file that a revision changed, against the one before.
type FileChange struct {
	Path     string
	Modified bool // it was there before and is there still, as a file
}

// errInexact says that a reading by changes alone came to something else than
// the reading of everything: the line must be read anew, each revision whole.
var errInexact = errors.New("reading by changes is not exact here")

// delta follows the roles of a ladder through revisions that reword what their
// pages list. How a page is read depends on all pages; but where the headings,
// tables and all that is no list of a page stay as they were, what changed is
// read alone, or among the pages of its folder, and taken over where these
// were read alone before as within the whole ladder. Wherever a revision is read whole,
// both readings are compared.
type delta struct {
	cache     *compile.Cache
	roles     map[string][]*model.Role // by path, as they are now
	texts     func(path string) string // of the revision that was read whole
	skeletons map[string]string        // by path, of what changed
	known     map[[2]string]bool       // whether a page among some files is read as within the whole
	since     int                      // revisions since the last whole one
}

// follow begins again at a revision that was read whole.
func (d *delta) follow(r *compile.Result) {
	d.roles, d.skeletons, d.since = rolesByPath(r.Framework), map[string]string{}, 0
	d.texts = func(path string) string {
		if f := r.Sources.File(path); f != nil {
			return f.String()
		}
		return ""
	}
}

// agrees reports whether the roles as they are now are those of a revision that
// was read whole, beside those of the files that it changed.
func (d *delta) agrees(r *compile.Result, changes []FileChange) bool {
	if d.since == 0 {
		return true
	}
	whole := rolesByPath(r.Framework)
	for _, c := range changes {
		whole[c.Path] = d.roles[c.Path]
	}
	for path, roles := range d.roles {
		if !alike(roles, whole[path]) {
			return false
		}
	}
	for path := range whole {
		if len(whole[path]) != len(d.roles[path]) {
			return false
		}
	}
	return true
}

func rolesByPath(f *model.Framework) map[string][]*model.Role {
	out := map[string][]*model.Role{}
	for _, r := range f.Roles {
		out[r.Path()] = append(out[r.Path()], r)
	}
	return out
}

// alike reports whether roles say the same: the same areas, statements and
// examples.
func alike(a, b []*model.Role) bool {
	return slices.EqualFunc(a, b, func(a, b *model.Role) bool {
		return a.Title == b.Title && slices.EqualFunc(a.Areas, b.Areas, func(a, b *model.Area) bool {
			return a.Title == b.Title && slices.EqualFunc(a.Statements, b.Statements, func(a, b *model.Statement) bool {
				return a.Text == b.Text && slices.EqualFunc(a.Examples, b.Examples, func(a, b *model.Example) bool { return a.Text == b.Text })
			})
		})
	})
}

// mayHold reports whether a file may be text of a ladder.
func mayHold(name string) bool {
	return !strings.HasPrefix(path.Base(name), ".") && (parse.FormatOf(name, nil) != parse.Unknown || path.Ext(name) == "")
}

// relevant returns the changed files that may be text of a ladder; whole says
// that one of them is no page of roles that was only reworded.
func (d *delta) relevant(changes []FileChange) (names []string, whole bool) {
	for _, c := range changes {
		if !mayHold(c.Path) {
			continue
		}
		names = append(names, c.Path)
		whole = whole || !c.Modified || parse.FormatOf(c.Path, nil) != parse.Markdown || !d.ownPage(c.Path)
	}
	return names, whole
}

// ownPage reports whether a file holds roles, and all that they say.
func (d *delta) ownPage(name string) bool {
	roles := d.roles[name]
	for _, r := range roles {
		for _, s := range r.Statements() {
			if s.At.Path != "" && s.At.Path != name || s.Key != "" {
				return false
			}
		}
	}
	return len(roles) > 0
}

// step returns the roles that a revision changed, under the ids that they had;
// ok is false where it must be read whole.
func (d *delta) step(ctx context.Context, before, now fs.FS, names []string) (roles []*model.Role, ok bool, err error) {
	fresh := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(now, name)
		if err != nil {
			return nil, false, nil // it is read whole, and says what is wrong
		}
		fresh[name] = skeleton(name, string(data))
		if d.skeletons[name] == "" {
			d.skeletons[name] = skeleton(name, d.texts(name))
		}
		if fresh[name] != d.skeletons[name] {
			return nil, false, nil
		}
	}
	for _, name := range names {
		changed, ok, err := d.page(ctx, before, now, name)
		if err != nil || !ok {
			return nil, false, err
		}
		roles = append(roles, changed...)
	}
	d.take(roles)
	return roles, true, nil
}

// page returns the roles of a changed page as they say now: read alone where
// that is exact, else among those of its folder.
func (d *delta) page(ctx context.Context, before, now fs.FS, name string) (roles []*model.Role, ok bool, err error) {
	for _, among := range []string{name, path.Dir(name)} {
		exact, err := d.exact(ctx, before, name, among)
		if err != nil {
			return nil, false, err
		}
		if !exact {
			continue
		}
		part, err := d.read(ctx, now, among)
		if err != nil {
			return nil, false, err
		}
		if roles, ok = reworded(d.roles[name], part[name]); ok {
			return roles, true, nil
		}
	}
	return nil, false, nil
}

// take makes roles what their pages say now.
func (d *delta) take(roles []*model.Role) {
	fresh := map[string][]*model.Role{}
	for _, r := range roles {
		fresh[r.Path()] = append(fresh[r.Path()], r)
	}
	maps.Copy(d.roles, fresh)
	d.since++
}

// exact reports whether a page, read alone or among those of its folder, is
// read as it is within the whole ladder. It is found out once.
func (d *delta) exact(ctx context.Context, before fs.FS, name, among string) (bool, error) {
	key := [2]string{name, among}
	if exact, known := d.known[key]; known {
		return exact, nil
	}
	part, err := d.read(ctx, before, among)
	if err != nil {
		return false, err
	}
	d.known[key] = alike(d.roles[name], part[name])
	return d.known[key], nil
}

// read reads a file or a folder alone, with what introduces it.
func (d *delta) read(ctx context.Context, tree fs.FS, among string) (map[string][]*model.Role, error) {
	result, err := compile.Compile(ctx, compile.Input{Tree: partOf(tree, among), Cache: d.cache, Lint: compile.WithoutLint, Naming: compile.Unnamed})
	if err != nil {
		return nil, err
	}
	return rolesByPath(result.Framework), nil
}

// reworded returns the roles of a page as they say now what was read of it
// alone; ok is false where they have other areas.
func reworded(roles, part []*model.Role) (out []*model.Role, ok bool) {
	if len(roles) != len(part) {
		return nil, false
	}
	for i, r := range roles {
		now := part[i]
		if r.Title != now.Title || len(r.Areas) != len(now.Areas) {
			return nil, false
		}
		changed := *r
		changed.Areas = make([]*model.Area, len(r.Areas))
		for j, a := range now.Areas {
			if a.Title != r.Areas[j].Title {
				return nil, false
			}
			area := *a
			area.ID = r.Areas[j].ID
			changed.Areas[j] = &area
		}
		out = append(out, &changed)
	}
	return out, true
}

// skeleton is all of a page that decides how pages are read beside it: not
// what its lists and plain paragraphs say.
func skeleton(name, text string) string {
	doc := parse.Parse(source.FromString(name, text), nil)
	w := bones{text: text}
	w.b.WriteString("\x00")
	if doc.Front != nil && len(doc.Blocks) > 0 {
		w.b.WriteString(text[:min(doc.Blocks[0].Start, len(text))])
	}
	w.blocks(doc.Blocks)
	return w.b.String()
}

// bones gathers a skeleton.
type bones struct {
	text string
	b    strings.Builder
	last string
}

func (w *bones) blocks(list []*parse.Block) {
	for _, block := range list {
		switch {
		case block.Kind == parse.List:
			w.add("list")
		case block.Kind == parse.Paragraph && len(block.Text.Marks) == 0:
			w.add("paragraph")
		case block.Kind == parse.Details, block.Kind == parse.Quote:
			w.add("(" + block.Text.Value)
			w.blocks(block.Children)
			w.add(")")
		default:
			w.add("=" + w.text[block.Start:min(block.End, len(w.text))])
		}
	}
}

// add adds a bone. How many lists or paragraphs follow each other says nothing.
func (w *bones) add(bone string) {
	if bone == w.last && (bone == "list" || bone == "paragraph") {
		return
	}
	w.last = bone
	w.b.WriteString(bone + "\x00")
}
