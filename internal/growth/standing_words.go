package growth

import (
	"fmt"
	"strings"

	"rung/internal/model"
)

// voice speaks of the person by name, or to her where name is "".
type voice struct{ name string }

func (v voice) who() string {
	if v.name == "" {
		return "you"
	}
	return v.name
}

func (v voice) whose() string {
	if v.name == "" {
		return "your"
	}
	return v.name + "’s"
}

// rated explains the state of a rated statement.
func (v voice) rated(s Scale, st StatementStanding) string {
	manager, self := s.Band(value(st.Manager)), s.Band(value(st.Self))
	because := ", because "
	switch st.State {
	case Shown:
		return "shown, because " + v.whose() + " rating and the manager’s both meet it, with " + v.support(st)
	case Unrated:
		return "unrated, because neither " + v.who() + " nor the manager has rated it"
	case Waiting:
		return "no opportunity, because there was no occasion to show it yet"
	case Claimed:
		return "claimed" + because + v.claim(s, st, manager, self)
	}
	if manager == Below || manager == Lowest {
		return string(st.State) + because + "the manager’s rating is " + s.Label(value(st.Manager))
	}
	return string(st.State) + because + v.whose() + " own rating is " + s.Label(value(st.Self))
}

// claim explains what is missing for a claimed statement to be shown.
func (v voice) claim(s Scale, st StatementStanding, manager, self Band) string {
	if manager == Meets && self == Meets {
		return "both ratings meet it, but no evidence is linked to it"
	}
	label := s.Label(value(st.Manager))
	by, other, band := "the manager’s rating is "+label, v.whose()+" own", self
	if manager != Meets {
		by, other, band = v.whose()+" own rating is "+s.Label(value(st.Self)), "the manager’s", manager
	}
	switch band {
	case None:
		return by + ", and " + other + " is not there"
	case NoChance:
		return by + ", and " + other + " says that there was no opportunity"
	default:
		return by + ", and " + other + " does not meet it"
	}
}

// support names what counts as evidence.
func (v voice) support(st StatementStanding) string {
	var parts []string
	if n := len(st.Evidence); n == 1 {
		parts = append(parts, "one piece of evidence")
	} else if n > 1 {
		parts = append(parts, fmt.Sprintf("%d pieces of evidence", n))
	}
	if st.Held != nil {
		parts = append(parts, "having held "+st.Held.Name())
	}
	return strings.Join(parts, " and ")
}

// derived explains the state of a derived statement.
func (v voice) derived(st StatementStanding) string {
	switch {
	case st.State == Shown && st.Held != nil:
		return "shown, because " + v.who() + " held " + st.Held.Name()
	case st.State == Shown:
		return "shown, because " + v.whose() + " standing meets " + roleNames(st.Compared)
	default:
		return "unrated, because statements of " + roleNames(st.Compared) + " are still open"
	}
}

func roleNames(list []*model.Role) string {
	names := make([]string, len(list))
	for i, r := range list {
		names[i] = r.Name()
	}
	return strings.Join(names, " and ")
}
