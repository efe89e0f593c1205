package web

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/admin"
	"rung/internal/pages/shared"
	"rung/internal/people"
)

func (s *Server) showAdmin(w http.ResponseWriter, r *http.Request, v Visitor) error {
	return s.adminList(w, r, v, admin.Entry{}, nil, nil)
}

// adminList writes everybody, with what was typed to add one more and what was
// wrong with it.
func (s *Server) adminList(w http.ResponseWriter, r *http.Request, v Visitor, typed admin.Entry, wrong, wrongTeam []fault.Field) error {
	list, err := s.cfg.People.Entries(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	frame.Title, frame.Wide = "Keep people", true
	p := admin.ListPage{
		Frame: frame, Import: adminPath + "/import", Export: adminPath + "/people.csv", Log: adminPath + "/log",
		Add: admin.Form{Action: adminPath, Button: "Add this person"}, Team: admin.Form{Action: adminPath + "/teams", Button: "Add this team"},
	}
	if typed.Teams, typed.Managers, err = s.entryChoices(r, v, list, ""); err != nil {
		return err
	}
	p.Add.Fields, p.Add.Rest = admin.EntryFields(typed, wrong)
	p.Team.Fields = []shared.Field{{Kind: shared.TextField, Name: "team-name", Label: "Team", Value: r.PostForm.Get("team-name"), Required: true}}
	p.Team.Rest = shared.Mark(p.Team.Fields, wrongTeam)
	for _, one := range list {
		row := adminRow(one)
		if one.Active() {
			p.People = append(p.People, row)
		} else {
			p.Left = append(p.Left, row)
		}
	}
	return s.renderStatus(w, r, v, statusOf(append(wrong, wrongTeam...)), admin.ListView(p))
}

func adminRow(one people.Listed) admin.Row {
	row := admin.Row{
		Name: one.Name, Email: one.Email, Team: one.TeamName, Manager: one.ManagerName,
		URL: adminPersonPath(one.ID), Admin: one.Admin,
	}
	if one.Held != nil {
		row.Role = one.Held.RoleTitle
	}
	return row
}

func adminPersonPath(id growth.PersonID) string { return adminPath + "/" + url.PathEscape(string(id)) }

// entryChoices returns the teams and the people who may manage somebody:
// everybody who is here but herself.
func (s *Server) entryChoices(r *http.Request, v Visitor, list []people.Listed, self growth.PersonID) (teams, managers []shared.Choice, err error) {
	all, err := s.cfg.People.Teams(r.Context(), v.Actor)
	if err != nil {
		return nil, nil, err
	}
	teams, managers = []shared.Choice{{Label: "No team"}}, []shared.Choice{{Label: "Nobody"}}
	for _, t := range all {
		teams = append(teams, shared.Choice{Value: string(t.ID), Label: t.Name})
	}
	for _, p := range list {
		if p.Active() && p.ID != self {
			managers = append(managers, shared.Choice{Value: string(p.ID), Label: p.Name})
		}
	}
	return teams, managers, nil
}

// entry returns what was typed into the form of an entry.
func entry(values url.Values) (typed admin.Entry, in people.Input) {
	in = people.Input{
		Name: values.Get("name"), Email: values.Get("email"), Team: growth.TeamID(values.Get("team")),
		Manager: growth.PersonID(values.Get("manager")), Admin: values.Get("admin") == "yes",
	}
	return admin.Entry{Name: in.Name, Email: in.Email, Team: string(in.Team), Manager: string(in.Manager), Admin: in.Admin}, in
}

func (s *Server) addPerson(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	typed, in := entry(values)
	p, err := s.cfg.People.Add(r.Context(), v.Actor, in)
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.adminList(w, r, v, typed, wrong, nil)
	}
	return seeOther(w, r, flashed(adminPersonPath(p.ID), "added"))
}

func (s *Server) addTeam(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	_, err = s.cfg.People.AddTeam(r.Context(), v.Actor, values.Get("team-name"))
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		for i := range wrong {
			wrong[i].Name = "team-name"
		}
		return s.adminList(w, r, v, admin.Entry{}, nil, wrong)
	}
	return seeOther(w, r, flashed(adminPath, "team"))
}

func (s *Server) exportPeople(w http.ResponseWriter, r *http.Request, v Visitor) error {
	text, err := s.cfg.People.Export(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="people.csv"`)
	h.Set("Cache-Control", "private, no-store")
	return send(w, r, http.StatusOK, text)
}

func (s *Server) showAdminLog(w http.ResponseWriter, r *http.Request, v Visitor) error {
	list, err := s.cfg.People.Log(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	frame.Title = "What administrators did"
	p := admin.LogPage{Frame: frame, Table: shared.Table{
		Caption: "Newest first", Head: []string{"When", "Who", "What", "To whom", "Detail"},
	}}
	for _, e := range list {
		who := e.ActorName
		if who == "" {
			who = "The operator"
		}
		p.Table.Rows = append(p.Table.Rows, []shared.Cell{
			{Text: e.At.UTC().Format("2006-01-02 15:04")}, {Text: who}, {Text: string(e.Operation)}, {Text: e.TargetName}, {Text: e.Note},
		})
	}
	return s.render(w, r, v, admin.LogView(p))
}

// roleChoices returns every role that somebody can hold, by track.
func roleChoices(f *model.Framework) []shared.Choice {
	out := []shared.Choice{{Label: "Choose a role"}}
	for _, t := range f.Tracks {
		for _, r := range f.TrackRoles(t.ID) {
			if r.Status == model.Active {
				out = append(out, shared.Choice{Value: string(r.ID), Label: t.Title + ": " + r.Name()})
			}
		}
	}
	return out
}

// day reads a day as a date field sends it; the zero time where it is none.
func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}
	}
	return t
}

// version reads the version of an edit; 0, which fits nothing, where it is
// none.
func version(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return n
}
