package web_test

import (
	"strings"
	"testing"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/source"
	"rung/internal/web"
)

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'{{}}&amp;` + "\u202e\x00"

// hostileFramework has hostile words wherever an author may write.
func hostileFramework() *model.Framework {
	p := func(mark model.Mark) model.Prose {
		mark.End = len(hostile)
		return model.Prose{Text: hostile, Marks: []model.Mark{mark}, At: source.Span{Path: hostile, End: 1}}
	}
	role := func(id model.RoleID, order int) *model.Role {
		s := &model.Statement{ID: "s-" + model.StatementID(id), Prose: p(model.Mark{Kind: model.Link, Target: "javascript:alert(3)"}),
			Examples: []*model.Example{{Prose: p(model.Mark{Kind: model.Code})}}}
		return &model.Role{
			ID: id, Track: "t\"><b>", Title: hostile, Level: &model.Level{Label: hostile, Order: order}, Status: model.Active, Language: hostile,
			At: source.Span{Path: hostile}, Summary: p(model.Mark{Kind: model.Link, Target: "https://x.example/\"onclick=\"alert(4)"}),
			Notes: []model.Prose{p(model.Mark{Kind: "style"})},
			Scope: []model.Scope{{Name: hostile, Value: p(model.Mark{Kind: model.Link, Target: "data:text/html,<script>"})}},
			Areas: []*model.Area{{ID: model.AreaID(id), Title: hostile, Emoji: hostile, Intro: []model.Prose{p(model.Mark{Kind: model.Strong})},
				Statements: []*model.Statement{s}, Examples: []*model.Example{{Prose: p(model.Mark{Kind: model.Emphasis})}}}},
			Extends:      []model.Extension{{Statement: s.ID, Role: "gone", Target: hostile}, {Role: "a", Target: hostile}},
			Equivalences: []model.Equivalence{{Statement: s.ID, Target: hostile, Comparison: hostile}},
		}
	}
	return &model.Framework{
		Title: hostile, Revision: hostile,
		Tracks: []*model.Track{{ID: "t\"><b>", Title: hostile, Path: hostile}},
		Roles:  []*model.Role{role("a", 1), role("b", 2)},
		Pages:  []*model.Page{{Path: "x/" + strings.ReplaceAll(hostile, "/", "_"), Title: hostile, Kind: model.GuidePage}},
		Readings: []model.Reading{
			{Path: hostile, Reading: hostile, Why: hostile, Setting: hostile},
		},
	}
}

// TestHostileWords writes hostile words into every field and looks for
// elements and attributes that came of them.
func TestHostileWords(t *testing.T) {
	t.Parallel()
	f := hostileFramework()
	report := new(diag.Report)
	report.Add(diag.Diagnostic{Code: hostile, Message: hostile, Help: hostile, Primary: source.Span{Path: hostile}, Related: []diag.Related{{Message: hostile}}})
	e := &web.Edition{Framework: f, Revision: web.Revision{ID: hostile, Time: day(1), Subject: hostile}, Report: report}
	site := newSite(t, config(&shelf{editions: []*web.Edition{e}, history: []web.Revision{e.Revision}}))
	docs := crawl(t, site)
	for _, more := range []string{"/compare?a=a&b=b", "/nowhere/" + "%3Cscript%3E", "/roles/b?only=new"} {
		_, body := get(t, site, more)
		docs[more] = pagetest.Parse(t, strings.NewReader(body))
	}
	if len(docs) < 8 {
		t.Errorf("found %d pages, want at least 8", len(docs))
	}
	for page, doc := range docs {
		if strings.HasPrefix(page, "/static/") {
			continue
		}
		sound(t, page, doc)
		for _, bad := range []string{"img", "b", "script[onerror]", "[onclick]", "main script"} {
			if n := len(doc.All(bad)); n > 0 {
				t.Errorf("%s: hostile words became %d elements %q", page, n, bad)
			}
		}
		for _, n := range doc.All("a[href]") {
			href, _ := pagetest.Attr(n, "href")
			if l := strings.ToLower(href); strings.HasPrefix(l, "javascript:") || strings.HasPrefix(l, "data:") {
				t.Errorf("%s links to %q", page, href)
			}
		}
	}
}
