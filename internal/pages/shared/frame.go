// Package shared holds what all pages wear and many use: the layout, style
// sheets and script, and the components (statement, badge, field, table,
// crumbs, notice, date, person). Components take plain values and load
// nothing.
package shared

import (
	"strings"
	"time"
)

// Theme is how a reader wants the page to look.
type Theme string

// The themes. Auto follows the reader's system.
const (
	Auto  Theme = ""
	Light Theme = "light"
	Dark  Theme = "dark"
)

// Frame is what stands around every page. A page's struct embeds it. Addresses
// that are "" are not offered.
type Frame struct {
	Title       string // of the page; the window's title adds Site
	Description string // one sentence for those who have only a link, or ""
	Site        string // title of the framework
	Language    string // BCP 47 of the framework's words; "" is English
	Links       Links
	Assets      AssetURLs
	Nav         []NavItem
	Who         *Who   // who is signed in, or nil
	SignIn      string // where to sign in
	Theme       Theme
	ThemeAction string // where the theme switch is sent to
	Here        string // this page's own address, to come back to
	Flash       *Notice
	Edition     Edition
	Wide        bool // the page needs more than a column: a map, a comparison
}

// AssetURLs are the addresses of the static files.
type AssetURLs struct{ Style, Script, Icon string }

// NavItem is a place that the header leads to. Key is the letter that goes
// there after "g".
type NavItem struct {
	Label   string
	URL     string
	Key     string
	Current bool
}

// Who is the person who is signed in.
type Who struct {
	Name    string
	URL     string // her own page
	SignOut string // where signing out is sent to
}

// Edition says which revision is shown. ID is "" where the framework has no
// history. Past is true for any but the newest; Newest is then where the same
// page of the newest is.
type Edition struct {
	ID      string
	Subject string
	Time    time.Time
	Past    bool
	Newest  string
}

// Short returns the revision's id as people quote it.
func (e Edition) Short() string { return ShortID(e.ID) }

// ShortID returns the first characters of a revision's id, enough to tell it
// from others: of a commit's, or of the digest of files that are in no commit.
func ShortID(id string) string {
	const shown = 10
	if _, digest, ok := strings.Cut(id, ":"); ok {
		id = digest
	}
	if len(id) <= shown {
		return id
	}
	return id[:shown]
}

// Crumb is one step of the way to a page. The last has no URL.
type Crumb struct{ Label, URL string }

// Tone is the mood of a notice or a badge. It is always said in words and by
// a sign too.
type Tone string

// The tones.
const (
	Plain   Tone = "plain"
	Good    Tone = "good"
	Growing Tone = "growing"
	Warn    Tone = "warn"
	Bad     Tone = "bad"
	Quiet   Tone = "quiet"
)

// Notice is something that the reader should know before the rest. Link and
// URL, if any, are what to do about it.
type Notice struct {
	Tone  Tone
	Title string
	Text  string
	Link  string
	URL   string
}

// Person is somebody named in a line: name, and what she is to the reader or
// where she works. URL may be "".
type Person struct{ Name, Role, URL string }
