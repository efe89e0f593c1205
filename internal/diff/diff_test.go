package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/model"
)

// role reads a small role, one line each: "@ name: value", "# area",
// "- id statement".
func role(text string) *model.Role {
	r := &model.Role{}
	for line := range strings.Lines(text) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch kind {
		case "@":
			name, value, _ := strings.Cut(rest, ": ")
			r.Scope = append(r.Scope, model.Scope{Name: name, Value: model.Prose{Text: value}})
		case "#":
			r.Areas = append(r.Areas, &model.Area{ID: model.AreaID(strings.ToLower(rest)), Title: rest})
		case "-":
			id, words, _ := strings.Cut(rest, " ")
			a := r.Areas[len(r.Areas)-1]
			a.Statements = append(a.Statements, &model.Statement{ID: model.StatementID(id), Prose: model.Prose{Text: words}})
		}
	}
	return r
}

// show renders a comparison, one line for each pair.
func show(c *Comparison) string {
	var b strings.Builder
	for _, p := range c.Scope {
		fmt.Fprintf(&b, "@ %s %s\n", p.Kind, runs(p.Runs))
	}
	for _, p := range c.Areas {
		fmt.Fprintf(&b, "# %s | %s\n", title(p.A), title(p.B))
		for _, s := range p.Statements {
			fmt.Fprintf(&b, "  %s %s\n", s.Kind, runs(s.Runs))
		}
	}
	return b.String()
}

func title(a *model.Area) string {
	if a == nil {
		return ""
	}
	return a.Title
}

func runs(list []Run) string {
	var b strings.Builder
	for _, r := range list {
		switch r.Op {
		case "removed":
			fmt.Fprintf(&b, "[-%s-]", r.Text)
		case "added":
			fmt.Fprintf(&b, "{+%s+}", r.Text)
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestRoles(t *testing.T) {
	t.Parallel()
	a := role(`
@ Horizon: 1-3 months
@ Radius of impact: Team
@ Pay band: C
# Craft
- s1 I design features of several weeks.
- s2 I keep our documents true.
- s3 I test what I write.
# People
- s4 I teach newcomers how we work.
- s5 I take part in interviews.
# Old things
- s6 I know the old billing system.`)
	b := role(`
@ Horizon: 6-12 months
@ Impact radius: Team
@ Budget: own
# Customers
- s16 I speak with customers every month.
# Craft
- s11 I design systems of several months.
- s13 I test what I write
- s17 I choose what we build on.
# Coaching people
- s14 I teach whole teams how we work.
- s12 I keep our documents true.
- s15 I lead interviews.`)
	want := `@ reworded [-1-3-]{+6-12+} months
@ same Team
@ only-a [-C-]
@ only-b {+own+}
#  | Customers
  only-b {+I speak with customers every month.+}
# Craft | Craft
  reworded I design [-features-]{+systems+} of several [-weeks-]{+months+}.
  same I test what I write[-.-]
  only-b {+I choose what we build on.+}
# People | Coaching people
  reworded I teach [-newcomers-]{+whole teams+} how we work.
  same I keep our documents true.
  reworded I [-take part in-]{+lead+} interviews.
# Old things | 
  only-a [-I know the old billing system.-]
`
	if diff := cmp.Diff(want, show(Roles(a, b))); diff != "" {
		t.Errorf("Roles (-want +got):\n%s", diff)
	}
}

// Inherited statements bear one id on both sides and are the same, however
// often their words occur.
func TestCompareKnowsIdentity(t *testing.T) {
	t.Parallel()
	shared := role("# Everyone\n- s1 I am kind.\n- s2 I am on time.").Areas[0]
	own := role("# Everyone\n- s3 I am kind.\n- s2 I am always on time.").Areas[0]
	c := Compare(Side{Areas: []*model.Area{shared}}, Side{Areas: []*model.Area{own}})
	got := c.Areas[0].Statements
	if len(got) != 2 || got[0].Kind != Same || got[1].Kind != Reworded || got[1].A.ID != got[1].B.ID {
		t.Errorf("got %s", show(c))
	}
	if got := Compare(Side{}, Side{}); len(got.Areas)+len(got.Scope) != 0 {
		t.Errorf("nothing compared with nothing = %+v", got)
	}
}

func roles(t *rapid.T, name string) *model.Role {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"lead", "teach", "services", "colleagues", "quality", "the", "weekly"}), 1, 5)
	r := &model.Role{}
	for i := range rapid.IntRange(0, 3).Draw(t, name+" areas") {
		id := rapid.SampledFrom([]string{"craft", "people", "culture"}).Draw(t, "area")
		a := &model.Area{ID: model.AreaID(id), Title: strings.Join(words.Draw(t, "title"), " ")}
		for j := range rapid.IntRange(0, 4).Draw(t, "statements") {
			sid := fmt.Sprintf("%s-%d-%d", name, i, j)
			if rapid.IntRange(0, 5).Draw(t, "shared") == 0 {
				sid = fmt.Sprintf("both-%d-%d", i, j)
			}
			a.Statements = append(a.Statements, &model.Statement{ID: model.StatementID(sid), Prose: model.Prose{Text: strings.Join(words.Draw(t, "text"), " ")}})
		}
		r.Areas = append(r.Areas, a)
		r.Scope = append(r.Scope, model.Scope{Name: strings.Join(words.Draw(t, "scope"), " ")})
	}
	return r
}

// pairs lists what corresponds, with A first.
func pairs(c *Comparison, swapped bool) []string {
	var out []string
	add := func(kind string, a, b any) {
		if swapped {
			a, b = b, a
		}
		out = append(out, fmt.Sprintf("%s %p %p", kind, a, b))
	}
	for _, p := range c.Scope {
		add("scope", p.A, p.B)
	}
	for _, p := range c.Areas {
		add("area", p.A, p.B)
		for _, s := range p.Statements {
			add("statement", s.A, s.B)
		}
	}
	slices.Sort(out)
	return out
}

func TestCompareIsSymmetricalAndComplete(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := roles(t, "a"), roles(t, "b")
		c := Roles(a, b)
		if diff := cmp.Diff(pairs(c, false), pairs(Roles(b, a), true)); diff != "" {
			t.Fatalf("pairs (-a,b +b,a):\n%s", diff)
		}
		var inA, inB []*model.Statement
		for _, p := range c.Areas {
			for _, s := range p.Statements {
				if s.A != nil {
					inA = append(inA, s.A)
				}
				if s.B != nil {
					inB = append(inB, s.B)
				}
			}
		}
		if len(inA) != len(a.Statements()) || len(inB) != len(b.Statements()) {
			t.Fatalf("got %d and %d statements, want %d and %d", len(inA), len(inB), len(a.Statements()), len(b.Statements()))
		}
	})
}

func TestCompareIsBounded(t *testing.T) {
	t.Parallel()
	const n = 600 // n * n pairs are beyond maxCompared
	var a, b strings.Builder
	for i := range n {
		if i%20 == 0 {
			fmt.Fprintf(&a, "# Area%d\n", i/20)
			fmt.Fprintf(&b, "# Area%d\n", i/20)
		}
		fmt.Fprintf(&a, "- a%d subject%d predicate%d object%d\n", i, i, i, i)
		fmt.Fprintf(&b, "- b%d subject%d predicate%d object%d anew\n", i, i, i, i)
	}
	for _, p := range Roles(role(a.String()), role(b.String())).Areas {
		for _, s := range p.Statements {
			if s.Kind != Reworded {
				t.Fatalf("got %s %s, want all reworded", s.Kind, runs(s.Runs))
			}
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	if got := runs(Words("I lead", "I lead well")); got != "I lead{+ well+}" {
		t.Errorf("Words = %q", got)
	}
}
