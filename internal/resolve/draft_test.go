package resolve

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

// draftOf makes a draft of a small ladder in a txtar archive, so that passes
// are tested without a reader of real formats: a README is a page, any other
// Markdown file a role ("# L3: Title", quoted summary, paragraphs, "## Area",
// "- statement"); a file Roles.md holds a role under each "## L3: Title". The
// folder is the track, and a file without a level in its title a foundation.
func draftOf(t testing.TB, archive string) *model.DraftFramework {
	t.Helper()
	d := &model.DraftFramework{
		Framework: &model.Framework{Title: "Test"},
		Anchors:   map[string][]string{},
		Folders:   map[string]bool{},
		Others:    map[string]bool{},
	}
	var files []*source.File
	for _, f := range txtar.Parse([]byte(archive)).Files {
		for dir := path.Dir(f.Name); dir != "."; dir = path.Dir(dir) {
			d.Folders[dir] = true
		}
		if path.Ext(f.Name) != ".md" && path.Ext(f.Name) != "" {
			d.Others[f.Name] = true
			continue
		}
		file := source.NewFile(f.Name, f.Data)
		files = append(files, file)
		newDraftFile(d, file).read()
	}
	d.Sources = source.NewSet(files...)
	slices.SortFunc(d.Links, func(a, b model.SourceLink) int {
		return strings.Compare(a.At.Path+fmt.Sprintf("%9d", a.At.Start), b.At.Path+fmt.Sprintf("%9d", b.At.Start))
	})
	return d
}

type draftFile struct {
	d    *model.DraftFramework
	file *source.File
	role *model.Role
	area *model.Area
}

func newDraftFile(d *model.DraftFramework, file *source.File) *draftFile {
	return &draftFile{d: d, file: file}
}

var (
	draftLink  = regexp.MustCompile(`(!?)\[([^\]]*)\]\(([^)]*)\)`)
	draftTitle = regexp.MustCompile(`^([A-Z]+\d[\d.]*):? (.*)$`)
)

func (f *draftFile) read() {
	for n := 1; n <= f.file.LineCount(); n++ {
		at := f.file.LineSpan(n)
		line := f.file.Text(at)
		for _, m := range draftLink.FindAllStringSubmatchIndex(line, -1) {
			f.d.Links = append(f.d.Links, model.SourceLink{
				Text: line[m[4]:m[5]], Target: line[m[6]:m[7]], Image: m[3] > m[2],
				At: f.file.Span(at.Start+m[6], at.Start+m[7]),
			})
		}
		f.line(line, at)
	}
}

func (f *draftFile) line(line string, at source.Span) {
	isPage := strings.HasPrefix(path.Base(f.file.Path()), "README")
	many := path.Base(f.file.Path()) == "Roles.md"
	switch {
	case strings.HasPrefix(line, "#"):
		f.d.Anchors[f.file.Path()] = append(f.d.Anchors[f.file.Path()], headingSlug(line))
		title := strings.TrimLeft(line, "# ")
		depth := len(line) - len(strings.TrimLeft(line, "#"))
		switch {
		case isPage && depth == 1:
			f.d.Pages = append(f.d.Pages, &model.Page{Path: f.file.Path(), Title: title, Kind: model.IndexPage})
		case isPage, many && depth == 1:
		case depth == 1, many && depth == 2:
			f.begin(title, at)
		default:
			f.area = &model.Area{ID: model.AreaID(headingSlug(line)), Title: title, At: at}
			f.role.Areas = append(f.role.Areas, f.area)
		}
	case isPage || f.role == nil || strings.TrimSpace(line) == "":
	case strings.HasPrefix(line, "> "):
		f.role.Summary = f.prose(at, 2)
	case strings.HasPrefix(line, "- "):
		if f.area == nil {
			f.area = &model.Area{}
			f.role.Areas = append(f.role.Areas, f.area)
		}
		id := model.StatementID(fmt.Sprintf("s-%s-%d", path.Base(f.file.Path()), at.Start))
		f.area.Statements = append(f.area.Statements, &model.Statement{ID: id, Prose: f.prose(at, 2)})
	case f.area != nil:
		f.area.Intro = append(f.area.Intro, f.prose(at, 0))
	default:
		f.role.Notes = append(f.role.Notes, f.prose(at, 0))
	}
}

func (f *draftFile) begin(title string, at source.Span) {
	dir := path.Dir(f.file.Path())
	f.role = &model.Role{Title: title, At: at, Status: model.Active, Language: "en", Foundation: true}
	f.area = nil
	if m := draftTitle.FindStringSubmatch(title); m != nil {
		_, n, _ := cutLabel(m[1])
		f.role.Title, f.role.Level, f.role.Foundation = m[2], &model.Level{Label: m[1], Order: int(n)}, false
		f.role.Track = model.TrackID(strings.ToLower(dir))
		if !slices.ContainsFunc(f.d.Tracks, func(t *model.Track) bool { return t.ID == f.role.Track }) {
			f.d.Tracks = append(f.d.Tracks, &model.Track{ID: f.role.Track, Title: dir, Path: dir})
		}
	}
	f.role.ID = model.RoleID(strings.ToLower(dir + "/" + strings.ReplaceAll(title, " ", "-")))
	f.d.Roles = append(f.d.Roles, f.role)
}

// prose takes the links of a line apart, from an offset on.
func (f *draftFile) prose(at source.Span, from int) model.Prose {
	at.Start += from
	line := f.file.Text(at)
	var p model.Prose
	p.At = at
	last := 0
	for _, m := range draftLink.FindAllStringSubmatchIndex(line, -1) {
		p.Text += line[last:m[0]]
		start := len(p.Text)
		p.Text += line[m[4]:m[5]]
		p.Marks = append(p.Marks, model.Mark{Kind: model.Link, Start: start, End: len(p.Text), Target: line[m[6]:m[7]]})
		last = m[1]
	}
	p.Text += line[last:]
	return p
}

// resolved runs the passes over an archive.
func resolved(t testing.TB, archive string) (*model.Framework, []diag.Diagnostic, *source.Set) {
	t.Helper()
	d := draftOf(t, archive)
	var report diag.Report
	return Resolve(d, NewLinker(d), &report), report.Sorted(), d.Sources
}

// codes returns code and words of each diagnostic.
func codes(list []diag.Diagnostic, sources *source.Set) []string {
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%s %s %q", d.Code, d.Primary.Path, sources.Text(d.Primary)))
	}
	return out
}
