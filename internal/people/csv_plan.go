package people

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
)

// Preview is what an import would do. Where Wrong is not empty it would do
// nothing.
type Preview struct {
	Teams     []string // that would be added
	Added     []PreviewRow
	Changed   []PreviewRow
	Unchanged int
	Wrong     []WrongRow // by line; at most the first few hundred
}

// PreviewRow is one person of a preview. What says each change in words.
type PreviewRow struct {
	Line        int
	Name, Email string
	What        []string
}

// known is what an import is held against.
type known struct {
	people    map[string]growth.Person // by e-mail, also those who have left
	emails    map[growth.PersonID]string
	teams     []growth.Team
	roles     map[growth.PersonID][]growth.Assignment
	framework *model.Framework
	revision  string
	now       time.Time
}

// target is what a row makes of a person.
type target struct {
	row      row
	old      growth.Person // zero for somebody new
	new      growth.Person // Team and Manager are not set yet
	team     string        // name; "" for none
	manager  string        // e-mail; "" for none
	role     *growth.Assignment
	replaces string // id of the assignment that role puts right
	what     []string
}

// plan is what an import will do.
type plan struct {
	preview Preview
	targets []*target
}

// planImport decides what the rows of a file do to those who are there.
func planImport(f *file, k known) *plan {
	p := &plan{preview: Preview{Wrong: slices.Clone(f.wrong)}}
	byEmail := map[string]*target{}
	for _, r := range f.rows {
		t := p.target(r, k)
		if other := byEmail[t.new.Email]; other != nil && t.new.Email != "" {
			p.refuse(r.line, "email", "this address is also on line %d: keep one of the two", other.row.line)
			continue
		}
		byEmail[t.new.Email] = t
		p.targets = append(p.targets, t)
	}
	p.managers(byEmail, k)
	p.administrators(byEmail, k)
	p.summarise(k)
	slices.SortStableFunc(p.preview.Wrong, func(a, b WrongRow) int { return cmp.Compare(a.Line, b.Line) })
	p.preview.Wrong = p.preview.Wrong[:min(len(p.preview.Wrong), maxWrongRows)]
	return p
}

func (p *plan) refuse(line int, column, message string, args ...any) {
	p.preview.Wrong = append(p.preview.Wrong, WrongRow{line, column, fmt.Sprintf(message, args...)})
}

// target reads one row.
func (p *plan) target(r row, k known) *target {
	email, _ := r.cell("email")
	name, _ := r.cell("name")
	var wrong fault.Fields
	clean := growth.CleanEmail(&wrong, "email", email)
	t := &target{row: r, old: k.people[clean]}
	t.new = t.old
	t.new.Email = clean
	t.new.Name = growth.CleanLine(&wrong, "name", name, growth.MaxPersonName)
	if t.old.ID != "" && !t.old.Active() {
		wrong.Add("email", "This person is marked as having left: mark her as back first, or take the row out.")
	}
	t.team = p.team(r, t, k, &wrong)
	t.new.Admin = admin(r, t.old.Admin, &wrong)
	p.role(r, t, k, &wrong)
	for _, f := range wrong {
		p.refuse(r.line, f.Name, "%s", f.Message)
	}
	return t
}

// team returns the name of the row's team, spelled as a team that is there.
func (p *plan) team(r row, t *target, k known, wrong *fault.Fields) string {
	text, ok := r.cell("team")
	if !ok {
		return teamName(k.teams, t.old.Team)
	}
	if text == "" {
		return ""
	}
	text = growth.CleanLine(wrong, "team", text, growth.MaxTeamName)
	for _, team := range k.teams {
		if strings.EqualFold(team.Name, text) {
			return team.Name
		}
	}
	for _, had := range p.preview.Teams {
		if strings.EqualFold(had, text) {
			return had
		}
	}
	p.preview.Teams = append(p.preview.Teams, text)
	return text
}

func teamName(teams []growth.Team, id growth.TeamID) string {
	for _, t := range teams {
		if t.ID == id {
			return t.Name
		}
	}
	return ""
}

// admin reads whether somebody runs the system. An empty cell leaves it.
func admin(r row, before bool, wrong *fault.Fields) bool {
	text, _ := r.cell("admin")
	switch strings.ToLower(text) {
	case "":
		return before
	case "yes", "true", "1":
		return true
	case "no", "false", "0":
		return false
	}
	wrong.Add("admin", "Write yes or no, or leave it empty.")
	return before
}

// role reads the role that somebody holds and since when. An empty cell leaves
// it; a new role without a day is held from today.
func (p *plan) role(r row, t *target, k known, wrong *fault.Fields) {
	text, _ := r.cell("role")
	if text == "" {
		return
	}
	since, given := k.now, false
	if s, _ := r.cell("since"); s != "" {
		var err error
		if since, err = time.Parse(time.DateOnly, s); err != nil {
			wrong.Add("since", "Write the day as 2026-04-30.")
			return
		}
		given = true
	}
	held, holds := growth.Holds(k.roles[t.old.ID], k.now)
	found := findRole(k.framework, text)
	switch {
	case holds && (string(held.Role) == text || found != nil && held.Role == found.ID):
		p.sameRole(t, held, since, given, wrong)
	case found == nil:
		wrong.Add("role", "There is no such role in the ladder: write its id, as track/l3-engineer, or its title where no other has it.")
	case given && has(k.roles[t.old.ID], found.ID, since):
	default:
		a, err := growth.Assignment{Person: t.old.ID, Role: found.ID, RoleTitle: found.Name(), Revision: k.revision, Since: since}.Clean()
		*wrong = append(*wrong, fault.FieldsOf(err)...)
		t.role = &a
		t.what = append(t.what, fmt.Sprintf("role %s since %s", a.RoleTitle, a.Since.Format(time.DateOnly)))
	}
}

// sameRole puts the day right since when a role is held.
func (p *plan) sameRole(t *target, held growth.Assignment, since time.Time, given bool, wrong *fault.Fields) {
	if !given || since.Equal(held.Since) {
		return
	}
	a := held
	a.Since = since
	a, err := a.Clean()
	*wrong = append(*wrong, fault.FieldsOf(err)...)
	t.role, t.replaces = &a, held.ID
	t.what = append(t.what, fmt.Sprintf("role %s since %s, not %s", a.RoleTitle, a.Since.Format(time.DateOnly), held.Since.Format(time.DateOnly)))
}

func has(list []growth.Assignment, role model.RoleID, since time.Time) bool {
	return slices.ContainsFunc(list, func(a growth.Assignment) bool { return a.Role == role && a.Since.Equal(since) })
}

// findRole returns the role of that id, or the only one of that title, or nil.
func findRole(f *model.Framework, text string) *model.Role {
	if f == nil {
		return nil
	}
	var found *model.Role
	for _, r := range f.Roles {
		switch {
		case r.Foundation:
		case string(r.ID) == text:
			return r
		case strings.EqualFold(norm.NFC.String(r.Name()), norm.NFC.String(text)) || strings.EqualFold(r.Title, text):
			if found != nil {
				return nil
			}
			found = r
		}
	}
	return found
}
