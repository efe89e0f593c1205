package web

import (
	"net/http"
	"strings"
	"time"

	"rung/internal/growth"
	"rung/internal/pages/access"
	"rung/internal/pages/shared"
)

func (s *Server) showAccess(w http.ResponseWriter, r *http.Request, v Visitor) error {
	list, err := s.cfg.People.Reads(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := access.Page{Frame: frame}
	for _, read := range list {
		day := read.At.UTC().Truncate(24 * time.Hour)
		if n := len(p.Days); n == 0 || !p.Days[n-1].Day.Equal(day) {
			p.Days = append(p.Days, access.Day{Day: day})
		}
		last := &p.Days[len(p.Days)-1]
		last.Reads = append(last.Reads, access.Read{Who: read.ReaderName, At: read.At, What: whatWasRead(read.Items)})
	}
	return s.render(w, r, v, access.View(access.Build(p)))
}

// whatWasRead says what was shown, by kind, in words.
func whatWasRead(items map[growth.ItemKind][]string) string {
	kinds := []struct {
		kind      growth.ItemKind
		one, many string
	}{
		{growth.RatingItem, "rating", "ratings"},
		{growth.EvidenceItem, "piece of evidence", "pieces of evidence"},
		{growth.FeedbackItem, "piece of feedback", "pieces of feedback"},
		{growth.PlanItemKind, "item of your plan", "items of your plan"},
		{growth.AimItem, "role that you want", "roles that you want"},
	}
	var out []string
	for _, k := range kinds {
		if n := len(items[k.kind]); n > 0 {
			out = append(out, shared.Count(n, k.one, k.many))
		}
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return strings.Join(out, "")
}
