package people

import (
	"fmt"
	"slices"
	"strings"

	"rung/internal/fault"
	"rung/internal/growth"
)

// managers finds out to whom each row's person reports; managers may stand
// anywhere in the file. It refuses those who are not there, and circles.
func (p *plan) managers(byEmail map[string]*target, k known) {
	bosses := map[string]string{}
	for _, o := range k.people {
		bosses[o.Email] = k.emails[o.Manager]
	}
	for _, t := range p.targets {
		p.manager(t, byEmail, k)
		bosses[t.new.Email] = t.manager
	}
	for _, t := range p.targets {
		if loop := loopFrom(bosses, t.new.Email); len(loop) > 0 {
			p.refuse(t.row.line, "manager_email", "this is a circle: %s; change one of them", strings.Join(loop, " reports to "))
		}
	}
}

func (p *plan) manager(t *target, byEmail map[string]*target, k known) {
	before := k.emails[t.old.Manager]
	text, ok := t.row.cell("manager_email")
	if !ok || text == "" && before != "" && !k.people[before].Active() {
		t.manager = before // an export leaves out a manager who has left
		return
	}
	if text == "" {
		return
	}
	var wrong fault.Fields
	t.manager = growth.CleanEmail(&wrong, "manager_email", text)
	boss, there := k.people[t.manager]
	switch {
	case len(wrong) > 0:
		p.refuse(t.row.line, "manager_email", "%s", wrong[0].Message)
	case t.manager == t.new.Email:
		p.refuse(t.row.line, "manager_email", "nobody is her own manager: leave it empty for whoever reports to nobody")
	case byEmail[t.manager] == nil && (!there || !boss.Active() && t.manager != before):
		p.refuse(t.row.line, "manager_email", "nobody of this address is here: add a row for the manager, or correct the address")
	}
}

// loopFrom returns the way up from an address back to itself, or nil.
func loopFrom(bosses map[string]string, from string) []string {
	way := []string{from}
	for at := bosses[from]; at != "" && from != ""; at = bosses[at] {
		if at == from && len(way) > 1 {
			return append(way, from)
		}
		if slices.Contains(way, at) {
			return nil
		}
		way = append(way, at)
	}
	return nil
}

// administrators refuses a file after which nobody would run the system.
func (p *plan) administrators(byEmail map[string]*target, k known) {
	before, after := false, false
	for _, o := range k.people {
		if o.Active() && o.Admin {
			before = true
			after = after || byEmail[o.Email] == nil
		}
	}
	for _, t := range p.targets {
		after = after || t.new.Admin
	}
	if before && !after {
		p.refuse(1, "admin", "nobody would be left to run the system: leave one administrator")
	}
}

// summarise says in words what each row changes.
func (p *plan) summarise(k known) {
	for _, t := range p.targets {
		r := PreviewRow{Line: t.row.line, Name: t.new.Name, Email: t.new.Email, What: append(t.differences(k), t.what...)}
		switch {
		case t.old.ID == "":
			p.preview.Added = append(p.preview.Added, r)
		case len(r.What) > 0:
			p.preview.Changed = append(p.preview.Changed, r)
		default:
			p.preview.Unchanged++
		}
	}
}

// differences says in words what of the person herself is new.
func (t *target) differences(k known) []string {
	var out []string
	note := func(what, before, after string) {
		switch {
		case before == after:
		case after == "":
			out = append(out, "no "+what+" any more, before "+before)
		default:
			out = append(out, fmt.Sprintf("%s %s", what, after))
		}
	}
	if t.old.ID != "" {
		note("name", t.old.Name, t.new.Name)
	}
	note("team", teamName(k.teams, t.old.Team), t.team)
	note("manager", k.emails[t.old.Manager], t.manager)
	note("administrator", yes(t.old.Admin), yes(t.new.Admin))
	return out
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}
