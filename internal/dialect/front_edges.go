package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// takesOver are the keys of front matter that name what a role takes over, in
// lower case and without what parts words.
var takesOver = map[string]bool{
	"extends": true, "extend": true, "inherits": true, "inheritsfrom": true, "inherit": true, "buildson": true, "basedon": true, "includes": true,
	"builtupon": true, "buildsupon": true,
}

// frontEdges notes what the front matter of a page that is one role says that
// the role takes over. The resolver finds out which roles are meant.
func (s *Survey) frontEdges(drafts []*Draft) {
	on := map[*Page]int{}
	for _, d := range drafts {
		on[d.Page]++
	}
	for _, d := range drafts {
		if d.Page.Doc.Front == nil || on[d.Page] > 1 || len(d.extends) > 0 {
			continue
		}
		for _, f := range d.Page.Doc.Front.Fields {
			if takesOver[strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(f.Key))] {
				d.frontEdge(f.Value)
			}
		}
	}
}

// frontEdge reads one value: a path or a name, or a list of them.
func (d *Draft) frontEdge(r *parse.Record) {
	if r == nil {
		return
	}
	for _, item := range r.Items {
		d.frontEdge(item)
	}
	words := strings.TrimSpace(r.Value)
	if r.Kind != parse.Scalar || words == "" || words == "~" || strings.EqualFold(words, "null") || strings.EqualFold(words, "none") {
		return
	}
	d.Role.Extends = append(d.Role.Extends, model.Extension{Target: words, At: d.Page.Doc.Span(r.Start, r.End)})
}
