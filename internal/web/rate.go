package web

import (
	"net/http"
	"net/url"
	"strings"

	"rung/internal/authz"
	"rung/internal/change"
	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/rate"
	"rung/internal/pages/shared"
	"rung/internal/people"
	"rung/internal/ratings"
)

// subject returns whom the address is about: herself, or the person it names.
func subject(r *http.Request, v Visitor) growth.PersonID {
	if id := r.PathValue("id"); id != "" {
		return growth.PersonID(id)
	}
	return v.Actor.Person
}

func (s *Server) showRate(w http.ResponseWriter, r *http.Request, v Visitor) error {
	return s.ratePage(w, r, v, model.RoleID(r.URL.Query().Get("role")), nil, nil)
}

// ratePage writes the form for a whole role. typed is what was entered, by
// statement, and wrong what was wrong with it; nil shows what was given before.
func (s *Server) ratePage(w http.ResponseWriter, r *http.Request, v Visitor, role model.RoleID, typed map[model.StatementID]rate.Answer, wrong []fault.Field) error {
	who := subject(r, v)
	profile, err := s.cfg.People.Person(r.Context(), v.Actor, who)
	if err != nil {
		return err
	}
	if role == "" {
		role = chosenRole(r, wantedRoles(profile))
	}
	sheet, err := s.cfg.Ratings.Start(r.Context(), v.Actor, who, role)
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	found, err := s.evidenceFor(r, v, who)
	if err != nil {
		return err
	}
	frame.Wide = true
	in := rate.Input{
		Frame: frame, Role: sheet.Role, Scale: s.scale(), Evidence: found, Answers: answers(sheet, typed, s.scale()),
		Action: r.URL.Path, Back: mePath, BackLabel: "Me", Revision: sheet.Revision,
	}
	if sheet.Behind {
		named, err := s.revisionWords(r, sheet.Revision)
		if err != nil {
			return err
		}
		in.Behind = &rate.Behind{Text: "You rate it as it was " + named + ", until you share these ratings.", Action: r.URL.Path + "/take-over"}
	}
	if who != v.Actor.Person {
		in.Subject, in.Name, in.Back, in.BackLabel = who, profile.Name, personPath(who), profile.Name
	}
	for _, row := range sheet.Rows {
		in.Statements = append(in.Statements, row.Listed)
	}
	in.Rest = mark(in.Answers, wrong)
	return s.renderStatus(w, r, v, statusOf(wrong), rate.View(rate.Build(in)))
}

// evidenceFor returns a person's evidence of the last year, by statement, as
// far as the visitor may see it.
func (s *Server) evidenceFor(r *http.Request, v Visitor, who growth.PersonID) (map[model.StatementID][]growth.Evidence, error) {
	list, err := s.cfg.Evidence.Of(r.Context(), v.Actor, who, evidence.Filter{Since: s.cfg.Now().AddDate(-1, 0, 0)})
	if err != nil {
		return nil, err
	}
	out := map[model.StatementID][]growth.Evidence{}
	for _, e := range list {
		for _, ref := range e.Statements {
			out[ref.Statement] = append(out[ref.Statement], e)
		}
	}
	return out, nil
}

// answers returns what the form begins with: what was typed, else what was
// given before.
func answers(sheet ratings.Sheet, typed map[model.StatementID]rate.Answer, scale growth.Scale) map[model.StatementID]rate.Answer {
	out := make(map[model.StatementID]rate.Answer, len(sheet.Rows))
	for _, row := range sheet.Rows {
		a, ok := typed[row.Statement.ID]
		if n := row.Newest; n != nil {
			a.Before = "You said " + scale.Label(n.Value) + " on " + shared.Day(n.At) + "."
			if given := row.Verdict.Given; given != nil && row.Verdict.Degree != "" {
				a.Then = shared.Changed(*given, row.Statement.Text, shared.MarkAdded|shared.MarkRemoved)
			}
			if row.Verdict.Fate == change.FateRerate {
				a.Before += " It asks something else now: say what holds for these words."
				ok = true // what was said of other words is not said of these
			}
			if !ok {
				a.Value, a.Words, a.Evidence = string(n.Value), n.Words, map[string]bool{}
				for _, id := range n.Evidence {
					a.Evidence[string(id)] = true
				}
			}
		}
		out[row.Statement.ID] = a
	}
	return out
}

// mark puts each message at its statement and returns the rest.
func mark(list map[model.StatementID]rate.Answer, wrong []fault.Field) (rest []fault.Field) {
	for _, f := range wrong {
		id, _, _ := strings.Cut(f.Name, ".")
		a, ok := list[model.StatementID(id)]
		if !ok || id == "" {
			rest = append(rest, f)
			continue
		}
		a.Error = strings.TrimSpace(a.Error + " " + f.Message)
		list[model.StatementID(id)] = a
	}
	return rest
}

// typedRatings returns what was entered, by statement, and the entries to be
// kept: those that have a value, or words that want one.
func typedRatings(values url.Values) (map[model.StatementID]rate.Answer, []ratings.Entry) {
	typed := map[model.StatementID]rate.Answer{}
	var entries []ratings.Entry
	for name := range values {
		id, ok := strings.CutPrefix(name, "words-")
		if !ok {
			continue
		}
		a := rate.Answer{Value: values.Get("value-" + id), Words: values.Get(name), Evidence: map[string]bool{}}
		entry := ratings.Entry{Statement: model.StatementID(id), Value: growth.Value(a.Value), Words: a.Words}
		for _, e := range values["evidence-"+id] {
			a.Evidence[e] = true
			entry.Evidence = append(entry.Evidence, growth.EvidenceID(e))
		}
		typed[model.StatementID(id)] = a
		if a.Value != "" || strings.TrimSpace(a.Words) != "" {
			entries = append(entries, entry)
		}
	}
	return typed, entries
}

func (s *Server) takeRate(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	who, role := subject(r, v), model.RoleID(values.Get("role"))
	typed, entries := typedRatings(values)
	_, err = s.cfg.Ratings.RateAt(r.Context(), v.Actor, who, role, values.Get("revision"), entries)
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.ratePage(w, r, v, role, typed, wrong)
	}
	back := mePath
	if who != v.Actor.Person {
		back = personPath(who)
	}
	return seeOther(w, r, withRole(back, role)+"&done=rated#standing")
}

// isManager reports whether the visitor manages the person of the profile.
func isManager(p people.Profile) bool {
	for _, who := range p.Is {
		if who == authz.Manager {
			return true
		}
	}
	return false
}
