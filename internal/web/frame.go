package web

import (
	"net/http"
	"strings"

	"rung/internal/pages/shared"
)

// frame returns what stands around a page: title, places to go, who is signed
// in, the revision. edition may be nil where there is none to be had. past is
// the revision that the address asks for, or "".
func (s *Server) frame(r *http.Request, v Visitor, edition *Edition, past string) shared.Frame {
	links := shared.Links{Base: "/", Rev: past, Told: s.cfg.Past != nil}
	f := shared.Frame{
		Site:        "Career ladder",
		Links:       links,
		Assets:      s.assets.URLs(staticBase),
		Theme:       v.Theme,
		ThemeAction: "/theme",
		Here:        here(r),
	}
	f.Nav = nav(links, r.URL.Path)
	if v.SignedIn() {
		f.Nav = append(f.Nav, ownNav(r.URL.Path)...)
	}
	if v.SignedIn() {
		f.Who = &shared.Who{Name: v.Name, URL: accountPath, SignOut: "/sign-out"}
	} else if s.cfg.Accounts != nil {
		f.SignIn = signInPath
	}
	if notice, ok := done[r.URL.Query().Get("done")]; ok && v.SignedIn() {
		f.Flash = &notice
	}
	if edition == nil {
		return f
	}
	if edition.Framework.Title != "" {
		f.Site = edition.Framework.Title
	}
	f.Edition = shared.Edition{
		ID: edition.Revision.ID, Subject: edition.Revision.Subject, Time: edition.Revision.Time, Past: past != "",
	}
	return f
}

// nav returns the places of the header. path says which is current.
func nav(links shared.Links, path string) []shared.NavItem {
	items := []shared.NavItem{
		{Label: "Map", URL: links.Map(), Key: "m", Current: path == "/"},
		{Label: "Compare", URL: links.Compare(), Key: "c", Current: path == "/compare"},
		{Label: "Revisions", URL: links.Revisions(), Key: "r", Current: path == "/revisions" || strings.HasPrefix(path, "/revisions/")},
	}
	return items
}

// ownNav returns the places of those who have signed in.
func ownNav(path string) []shared.NavItem {
	return []shared.NavItem{
		{Label: "Me", URL: mePath, Key: "i", Current: path == mePath},
		{Label: "My people", URL: reportsPath, Key: "t", Current: path == reportsPath},
		{Label: "People", URL: peoplePath, Key: "p", Current: path == peoplePath},
	}
}

// here returns the address of the page that is shown, to come back to.
func here(r *http.Request) string {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return "/"
	}
	return localPath(r.URL.RequestURI())
}
