package growth

import (
	"cmp"
	"slices"
)

// SideBySide is a standing laid out for a conversation: an area at a time,
// what the person says beside what the manager says.
type SideBySide struct {
	Areas []SideArea
}

// SideArea is one area. Rows that disagree come first, the farthest apart on
// top; the others follow in the order of the role.
type SideArea struct {
	AreaRef
	Rows []SideRow
}

// SideRow is one statement.
type SideRow struct {
	StatementStanding
	Apart  int  // steps of the scale between the two ratings
	Differ bool // both have rated it, and not alike
}

// NewSideBySide lays a standing out.
func NewSideBySide(s Standing, scale Scale) SideBySide {
	var out SideBySide
	at := map[AreaRef]int{}
	for _, st := range s.Statements {
		i, ok := at[st.Area]
		if !ok {
			i = len(out.Areas)
			at[st.Area] = i
			out.Areas = append(out.Areas, SideArea{AreaRef: st.Area})
		}
		out.Areas[i].Rows = append(out.Areas[i].Rows, newSideRow(st, scale))
	}
	for _, a := range out.Areas {
		slices.SortStableFunc(a.Rows, func(x, y SideRow) int {
			return cmp.Or(cmp.Compare(y.Apart, x.Apart), cmp.Compare(boolInt(y.Differ), boolInt(x.Differ)))
		})
	}
	return out
}

func newSideRow(st StatementStanding, scale Scale) SideRow {
	row := SideRow{StatementStanding: st, Apart: StepsApart(scale, st.Self, st.Manager)}
	row.Differ = st.Self != nil && st.Manager != nil && st.Self.Value != st.Manager.Value
	return row
}

// WordsPrompt returns what to ask of a rater who gives a value that needs
// words, or "" where it needs none.
func (s Scale) WordsPrompt(v Value) string {
	switch {
	case !s.NeedsWords(v):
		return ""
	case s.Rank(v) == 1:
		return "Say what you saw, and what would help."
	default:
		return "Say what went beyond what the role asks."
	}
}
