package compile

import "rung/internal/source"

// End is what a text of a file ended as.
type End int

// The ends, the most telling first: a text that ends in two ways counts as the
// first of them.
const (
	AsStatement  End = iota
	AsExample        // of a statement or an area
	AsScope          // of a role
	AsSummary        // of a role
	AsNote           // of a role, an area or a track
	AsTitle          // of a role, an area, a track or a level
	AsGroup          // a heading or row that gathers others, a line that introduces some
	AsNavigation     // links, and tables of contents
	AsMetadata       // about the file
	AsTemplate       // to be replaced
	AsFinding        // a diagnostic tells of it
	AsPage           // prose of a page
	Unread           // none of these: P0110 tells of it
	ends
)

// String returns the end's name in the account.
func (e End) String() string {
	return [...]string{"statements", "examples", "scope", "summaries", "notes", "titles", "groups", "navigation", "metadata", "templates", "findings", "pages", "unread"}[e]
}

// Ends returns every end, in order.
func Ends() []End {
	out := make([]End, ends)
	for i := range out {
		out[i] = End(i)
	}
	return out
}

// FileCoverage is the account of one file: how many texts it has, and how many
// of them ended as what. Ended sums up to Blocks.
type FileCoverage struct {
	Path   string
	Blocks int
	Ended  [ends]int
}

// Coverage returns the account of every file that was read, by path.
func (r *Result) Coverage() []FileCoverage {
	a := newAccount(r)
	var out []FileCoverage
	for _, path := range r.Sources.Paths() {
		f := FileCoverage{Path: path}
		a.each(path, func(_ source.Span, end End) {
			f.Blocks++
			f.Ended[end]++
		})
		out = append(out, f)
	}
	return out
}
