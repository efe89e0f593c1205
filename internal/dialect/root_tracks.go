package dialect

import (
	"strings"

	"rung/internal/parse"
)

// rootKey says what roles at the root of the tree share with those of their
// track: there no folder tells.
type rootKey func(*Draft) (key, dir string)

// rootTracks decides how roles that lie at the root fall into tracks: all are
// one where no level comes twice, or where none has a level and all have the
// same headings; those with letters of their own before the number ("IC3",
// "M3") are one each; else those of one job are.
func (s *Survey) rootTracks(drafts []*Draft) rootKey {
	var root []*Draft
	for _, d := range drafts {
		if d.Place == "" && d.Track == "" && d.Page.Dir == "." {
			root = append(root, d)
		}
	}
	switch {
	case len(root) > 1 && labelsApart(root):
		return func(d *Draft) (string, string) { return d.Label.Prefix, "." }
	case len(root) > 1 && unlabelled(root) && samePages(root):
		return func(*Draft) (string, string) { return "", "." }
	}
	return func(d *Draft) (string, string) { return "job " + strings.ToLower(d.base), "" }
}

// labelsApart reports whether all drafts have a label and none has another's.
func labelsApart(drafts []*Draft) bool {
	seen := map[Label]bool{}
	for _, d := range drafts {
		key := Label{Prefix: d.Label.Prefix, Number: d.Label.Number, Text: languageOf(d.Page)}
		if d.Label.Text == "" || seen[key] {
			return false
		}
		seen[key] = true
	}
	return true
}

func unlabelled(drafts []*Draft) bool {
	for _, d := range drafts {
		if d.Label.Text != "" {
			return false
		}
	}
	return true
}

// samePages reports whether drafts differ in rank or name and have the areas
// of each other, as the levels of one job have.
func samePages(drafts []*Draft) bool {
	var pages []*Page
	for _, d := range drafts {
		if d.Page.Doc.Format == parse.Unknown {
			return false
		}
		pages = append(pages, d.Page)
	}
	return headedAlike(pages)
}
