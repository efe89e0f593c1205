package authz

import (
	"fmt"
	"strings"
)

// Markdown returns the policy as the page that people read (docs/policy.md).
func Markdown() string {
	var b strings.Builder
	b.WriteString("# Who may do what\n\n")
	b.WriteString("This page is printed from the table that decides every request (internal/authz); a test holds that it is the same.\n\n")
	for _, w := range Whos() {
		fmt.Fprintf(&b, "- **%s**: %s\n", w, w.meaning())
	}
	b.WriteString("\nOne person may be several of these. What one may not see does not exist for one: it is never counted, listed, linked or\n")
	b.WriteString("told apart from what is not there. Whoever holds the machine's disk and keys can read everything.\n\n")
	b.WriteString("| To | " + strings.Join(whoNames(), " | ") + " | Because |\n|---" + strings.Repeat("|---", len(Whos())) + "|---|\n")
	for _, r := range Table() {
		fmt.Fprintf(&b, "| %s ", r.Operation)
		for _, w := range Whos() {
			fmt.Fprintf(&b, "| %s ", r.cell(w))
		}
		fmt.Fprintf(&b, "| %s |\n", r.Why)
	}
	return b.String()
}

func (r Row) cell(w Who) string {
	for _, g := range r.Grants {
		switch {
		case g.Who != w:
		case g.When == Always:
			return "yes"
		default:
			return string(g.When)
		}
	}
	return ""
}

func whoNames() []string {
	var out []string
	for _, w := range Whos() {
		out = append(out, string(w))
	}
	return out
}

// meaning says who is of that kind.
func (w Who) meaning() string {
	switch w {
	case Anyone:
		return "whoever can reach the server, signed in or not."
	case SignedIn:
		return "any person of the company."
	case Owner:
		return "the person to whom the thing belongs, or whom it is about."
	case Author:
		return "who wrote it, where that is somebody else."
	case Manager:
		return "the owner's manager now; a former manager is a colleague like any other."
	case Administrator:
		return "runs the system; reads no content by that."
	default:
		return "nobody."
	}
}
