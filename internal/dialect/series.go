package dialect

import (
	"path"
	"strings"

	"rung/internal/pattern"
)

// dated begins the names of records of what happened on a day.
var dated = pattern.New(`^\(?(19|20)\d\d[-./_](0?[1-9]|1[0-2])([-./_](0?[1-9]|[12]\d|3[01]))?\b`)

// inSeries reports a page that is one of several of a kind and no role, though its
// title ends in a word for a job: it is dated, "2024-02-11: Melted broker", or
// begins as the titles beside it do, of which most end in no job, "Runbook: broker"
// beside "Runbook: portal".
func (s *Survey) inSeries(p *Page) bool {
	if startsDigit(p.Title.Value) && dated.MatchString(p.Title.Value) || startsDigit(path.Base(p.Path)) && dated.MatchString(path.Base(p.Path)) {
		return true
	}
	lead := seriesLead(p)
	if lead == "" || isJob(lead) || ladderly.MatchString(lead) {
		return false
	}
	jobs, all := 0, 0
	for _, q := range s.inDir[p.Dir] {
		if seriesLead(q) != lead {
			continue
		}
		_, tail, _ := strings.Cut(q.Title.Value, ":")
		if all++; RoleTitle(strings.TrimSpace(tail)) {
			jobs++
		}
	}
	return all > 1 && jobs*2 <= all
}

func startsDigit(s string) bool {
	s = strings.TrimPrefix(s, "(")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// seriesLead returns the words before a colon in the title of a page, in lower
// case: what kind of page it is, or "".
func seriesLead(p *Page) string {
	if len(p.Title.Value) > maxTitle {
		return ""
	}
	lead, _, ok := strings.Cut(p.Title.Value, ":")
	if label, _ := SplitLabel(lead); !ok || label.Text != "" || len(strings.Fields(lead)) > 2 {
		return ""
	}
	return strings.ToLower(lead)
}
