// Package prose is a page of the repository that is no role: how the framework
// is used, as its authors wrote it.
package prose

import (
	"path"
	"strings"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Page is a page of prose. HTML is safe to write as it is; whoever fills it
// answers for that.
type Page struct {
	shared.Frame
	Crumbs  []shared.Crumb
	Heading string
	HTML    string // "" where the text is not at hand
	Source  string
}

// Input is what a page of prose is made of. HTML is what the author wrote,
// made safe; its links to headings of prose begin with AnchorPrefix.
type Input struct {
	Frame shared.Frame
	Page  *model.Page
	HTML  string
}

// Build returns a page of prose.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Heading: in.Page.Title, Source: in.Page.Path}
	if p.Heading == "" {
		p.Heading = strings.TrimSuffix(path.Base(in.Page.Path), path.Ext(in.Page.Path))
	}
	p.Title = p.Heading
	p.HTML = fit(in.HTML, p.Heading)
	p.Crumbs = []shared.Crumb{{Label: "Map", URL: in.Frame.Links.Map()}, {Label: p.Heading}}
	return p
}
