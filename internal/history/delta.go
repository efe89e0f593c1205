package history

import (
	"context"
	"errors"
	"io/fs"
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
// read among the pages of its folder, and taken over where the folder alone
// was read before as the whole ladder was. Wherever a revision is read whole,
// both readings are compared.
type delta struct {
	cache     *compile.Cache
	roles     map[string][]*model.Role // by path, as they are now
	texts     func(path string) string // of the revision that was read whole
	skeletons map[string]string        // by path, of what changed
	folders   map[string]bool          // by folders read together: whether that is exact
	since     int                      // revisions since the last whole one
}

// follow begins again at a revision that was read whole.
func (d *delta) follow(r *compile.Result) {
	d.roles, d.skeletons, d.folders, d.since = rolesByPath(r.Framework), map[string]string{}, map[string]bool{}, 0
	d.texts = func(path string) string {
		if f := r.Sources.File(path); f != nil {
			return f.String()
		}
		return ""
	}
}

// agrees reports whether the roles as they are now are those of a revision that
// was read whole.
func (d *delta) agrees(r *compile.Result) bool {
	if d.since == 0 {
		return true
	}
	whole := rolesByPath(r.Framework)
	if len(whole) != len(d.roles) {
		return false
	}
	for path, roles := range d.roles {
		if !alike(roles, whole[path]) {
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
	if exact, err := d.exact(ctx, before, names); err != nil || !exact {
		return nil, false, err
	}
	part, err := d.read(ctx, now, names)
	if err != nil {
		return nil, false, err
	}
	for _, name := range names {
		changed, ok := reworded(d.roles[name], part[name])
		if !ok {
			return nil, false, nil
		}
		roles = append(roles, changed...)
	}
	for _, r := range roles {
		d.roles[r.Path()] = slices.DeleteFunc(slices.Clone(d.roles[r.Path()]), func(o *model.Role) bool { return o.ID == r.ID })
	}
	for _, r := range roles {
		d.roles[r.Path()] = append(d.roles[r.Path()], r)
	}
	d.since++
	return roles, true, nil
}

// exact reports whether the folders of some files, read alone, were read as the
// whole ladder was.
func (d *delta) exact(ctx context.Context, before fs.FS, names []string) (bool, error) {
	key := strings.Join(foldersOf(names), "\x00")
	if exact, known := d.folders[key]; known {
		return exact, nil
	}
	part, err := d.read(ctx, before, names)
	if err != nil {
		return false, err
	}
	exact := true
	for name, roles := range part {
		exact = exact && alike(roles, d.roles[name])
	}
	for _, name := range names {
		exact = exact && len(part[name]) > 0
	}
	d.folders[key] = exact
	return exact, nil
}

// read reads the folders of some files alone, with what introduces them.
func (d *delta) read(ctx context.Context, tree fs.FS, names []string) (map[string][]*model.Role, error) {
	part := folders(tree, foldersOf(names))
	result, err := compile.Compile(ctx, compile.Input{Tree: part, Cache: d.cache, Lint: compile.WithoutLint, Naming: compile.Unnamed})
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
	var b strings.Builder
	b.WriteString("\x00")
	if doc.Front != nil && len(doc.Blocks) > 0 {
		b.WriteString(text[:min(doc.Blocks[0].Start, len(text))])
	}
	last := ""
	for _, block := range doc.Blocks {
		kind := "p"
		switch {
		case block.Kind == parse.List:
			kind = "l"
		case block.Kind != parse.Paragraph || len(block.Text.Marks) > 0:
			kind = text[block.Start:min(block.End, len(text))]
		}
		if kind != last || len(kind) > 1 {
			b.WriteString(kind + "\x00")
		}
		last = kind
	}
	return b.String()
}
