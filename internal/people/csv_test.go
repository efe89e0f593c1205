package people

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func TestImportMakesTheDirectory(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	text := "\uFEFFEmail;Name;Manager email;Team;Admin;Role;Since\r\n" +
		"bo@example.org;\"Bo; the \"\"builder\"\"\";DI@example.org;Platform;;eng/l1;2025-03-01\r\n" +
		";;;;;;\r\n" +
		"di@example.org;Di;mo@example.org;platform;yes;Title of eng/l2;\r\n" +
		"ada@example.org;Ada B.;mo@example.org;;no;;\r\n"
	want := Preview{
		Teams: []string{"Platform"},
		Added: []PreviewRow{
			{2, `Bo; the "builder"`, "bo@example.org", []string{"team Platform", "manager di@example.org", "role L Title of eng/l1 since 2025-03-01"}},
			{4, "Di", "di@example.org", []string{"team Platform", "manager mo@example.org", "administrator yes", "role L Title of eng/l2 since 2026-06-01"}},
		},
		Changed: []PreviewRow{{5, "Ada B.", "ada@example.org", []string{"name Ada B."}}},
	}
	got := must[Preview](t)(c.PreviewImport(t.Context(), root, strings.NewReader(text)))
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("preview (-want +got):\n%s", d)
	}
	if n := len(must[[]Colleague](t)(c.Directory(t.Context(), root, ""))); n != 4 {
		t.Errorf("a preview changed the directory: %d people", n)
	}
	if d := cmp.Diff(want, must[Preview](t)(c.Import(t.Context(), root, strings.NewReader(text)))); d != "" {
		t.Errorf("import (-want +got):\n%s", d)
	}
	exported := string(must[[]byte](t)(c.Export(t.Context(), root)))
	wantFile := `name,email,team,manager_email,role,since,admin
Ada B.,ada@example.org,,mo@example.org,,,
"Bo; the ""builder""",bo@example.org,Platform,di@example.org,eng/l1,2025-03-01,
Cy,cy@example.org,,,,,
Di,di@example.org,Platform,mo@example.org,eng/l2,2026-06-01,yes
Mo,mo@example.org,,,,,
Root,root@example.org,,,,,yes
`
	if d := cmp.Diff(wantFile, exported); d != "" {
		t.Errorf("export (-want +got):\n%s", d)
	}
	again := must[Preview](t)(c.Import(t.Context(), root, strings.NewReader(exported)))
	if d := cmp.Diff(Preview{Unchanged: 6}, again); d != "" {
		t.Errorf("importing the export (-want +got):\n%s", d)
	}
}

func TestWrongRows(t *testing.T) {
	t.Parallel()
	head := "name,email,team,manager_email,role,since,admin\n"
	for _, w := range []struct {
		name, text string
		want       []WrongRow
	}{
		{"empty", "", []WrongRow{{1, "", "the file is empty: begin with a line that names the columns: name,email,team,manager_email,role,since,admin"}}},
		{"no header", "Ada,ada@example.org\n", []WrongRow{
			{1, "Ada", "there is no column of this name: use name, email, team, manager_email, role, since, admin"},
			{1, "ada@example.org", "there is no column of this name: use name, email, team, manager_email, role, since, admin"},
			{1, "name", "this column is missing: add it to the first line"},
			{1, "email", "this column is missing: add it to the first line"},
		}},
		{"twice", "name,email,name\n", []WrongRow{{1, "name", "this column is there twice: take one out"}}},
		{"not UTF-8", "name,email\nAda,ada@example.org\nJos\xe9,jose@example.org\n", []WrongRow{{3, "", "this is not readable text: save the file as “CSV UTF-8”"}}},
		{"a quote", "name,email\nAda,ada@example.org\n\"Bo,bo@example.org\n", []WrongRow{{3, "", "the quotes of this row do not match: close each with one more, and write a quote inside as two"}}},
		{"too few cells", "name,email\nBo\n", []WrongRow{{2, "", "this row has 1 cells and the first line names 2: put quotes around a cell that holds a separator"}}},
		{"empty cells", head + ",,x,,,,\n", []WrongRow{{2, "email", "Please fill this in."}, {2, "name", "Please fill this in."}}},
		{"an address twice", head + "Bo,bo@example.org,,,,,\nBo,BO@example.org,,,,,\n", []WrongRow{{3, "email", "this address is also on line 2: keep one of the two"}}},
		{"her own manager", head + "Bo,bo@example.org,,bo@example.org,,,\n", []WrongRow{{2, "manager_email", "nobody is her own manager: leave it empty for whoever reports to nobody"}}},
		{"no such manager", head + "Bo,bo@example.org,,no@example.org,,,\n", []WrongRow{{2, "manager_email", "nobody of this address is here: add a row for the manager, or correct the address"}}},
		{"a circle", head + "Bo,bo@example.org,,di@example.org,,,\nDi,di@example.org,,bo@example.org,,,\n", []WrongRow{
			{2, "manager_email", "this is a circle: bo@example.org reports to di@example.org reports to bo@example.org; change one of them"},
			{3, "manager_email", "this is a circle: di@example.org reports to bo@example.org reports to di@example.org; change one of them"},
		}},
		{"a circle through one who is not in the file", head + "Mo,mo@example.org,,ada@example.org,,,\n", []WrongRow{
			{2, "manager_email", "this is a circle: mo@example.org reports to ada@example.org reports to mo@example.org; change one of them"},
		}},
		{"role and day", head + "Bo,bo@example.org,,,eng/l9,,\nDi,di@example.org,,,eng/l1,1.2.2025,maybe\n", []WrongRow{
			{2, "role", "There is no such role in the ladder: write its id, as track/l3-engineer, or its title where no other has it."},
			{3, "admin", "Write yes or no, or leave it empty."},
			{3, "since", "Write the day as 2026-04-30."},
		}},
		{"nobody left", head + "Root,root@example.org,,,,,no\n", []WrongRow{{1, "admin", "nobody would be left to run the system: leave one administrator"}}},
	} {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			c := newCompany(t)
			before := must[[]byte](t)(c.Export(t.Context(), root))
			got := must[Preview](t)(c.PreviewImport(t.Context(), root, strings.NewReader(w.text)))
			if d := cmp.Diff(w.want, got.Wrong); d != "" {
				t.Errorf("wrong rows (-want +got):\n%s", d)
			}
			_, err := c.Import(t.Context(), root, strings.NewReader(w.text+"New,new@example.org\n"))
			wantKind(t, "import", err, fault.Invalid)
			if after := must[[]byte](t)(c.Export(t.Context(), root)); !bytes.Equal(before, after) {
				t.Errorf("a wrong file changed the directory:\n%s", after)
			}
		})
	}
}

func TestImportLimits(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	_, err := c.PreviewImport(t.Context(), root, strings.NewReader(strings.Repeat("x", MaxImportBytes+1)))
	wantKind(t, "a large file", err, fault.Invalid)
	rows := "name,email\n" + strings.Repeat("A,a@example.org\n", MaxImportRows+1)
	_, err = c.PreviewImport(t.Context(), root, strings.NewReader(rows))
	wantKind(t, "a long file", err, fault.Invalid)
	got := must[Preview](t)(c.PreviewImport(t.Context(), root, strings.NewReader("name,email\n"+strings.Repeat(",\"\"x\n", maxWrongRows+50))))
	if len(got.Wrong) > maxWrongRows {
		t.Errorf("%d wrong rows are told, want at most %d", len(got.Wrong), maxWrongRows)
	}
}

func TestThoseWhoLeftAreNotImported(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	if err := c.MarkLeft(t.Context(), root, "mo"); err != nil {
		t.Fatal(err)
	}
	got := must[Preview](t)(c.PreviewImport(t.Context(), root, strings.NewReader("name,email,manager_email\nMo,mo@example.org,\nAda,ada@example.org,\nCy,cy@example.org,mo@example.org\n")))
	want := []WrongRow{{2, "email", "This person is marked as having left: mark her as back first, or take the row out."}}
	if d := cmp.Diff(want, got.Wrong); d != "" {
		t.Errorf("wrong rows (-want +got):\n%s", d)
	}
	again := must[Preview](t)(c.Import(t.Context(), root, bytes.NewReader(must[[]byte](t)(c.Export(t.Context(), root)))))
	if d := cmp.Diff(Preview{Unchanged: 3}, again); d != "" {
		t.Errorf("importing the export (-want +got):\n%s", d)
	}
}

func TestImportPutsADayRight(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	give := func(since string) Preview {
		return must[Preview](t)(c.Import(t.Context(), root, strings.NewReader("name,email,role,since\nAda,ada@example.org,eng/l1,"+since+"\n")))
	}
	give("2025-01-01")
	if got := give("2025-02-01").Changed; len(got) != 1 || got[0].What[0] != "role L Title of eng/l1 since 2025-02-01, not 2025-01-01" {
		t.Errorf("a corrected day: %+v", got)
	}
	if got := give("2025-02-01"); got.Unchanged != 1 {
		t.Errorf("the same again: %+v", got)
	}
	if got := give(""); got.Unchanged != 1 {
		t.Errorf("without a day: %+v", got)
	}
	if p := must[Profile](t)(c.Person(t.Context(), ada, "ada")); len(p.Roles.All) != 1 {
		t.Errorf("a correction left %d assignments, want 1", len(p.Roles.All))
	}
}

// TestExportsImportToTheSame sends any directory through a file into an empty
// one and back.
func TestExportsImportToTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.StringMatching(`[=+@'"a-zäß;, \-]{0,6}[a-z]`)
		n := names{people: map[growth.PersonID]string{}, teams: map[growth.TeamID]string{}}
		for i := range rapid.IntRange(1, 6).Draw(rt, "people") {
			var wrong fault.Fields
			p := growth.Person{ID: growth.PersonID(fmt.Sprint("p", i)), Email: fmt.Sprintf("p%d@example.org", i), Admin: i == 0}
			p.Name = growth.CleanLine(&wrong, "", name.Draw(rt, "name"), growth.MaxPersonName)
			if i > 0 {
				p.Manager = growth.PersonID(fmt.Sprint("p", rapid.IntRange(0, i-1).Draw(rt, "manager")))
			}
			if rapid.Bool().Draw(rt, "in a team") {
				p.Team = growth.TeamID(fmt.Sprint("t", i))
				n.teams[p.Team] = fmt.Sprint(growth.CleanLine(&wrong, "", name.Draw(rt, "team"), growth.MaxTeamName), i)
			}
			n.active = append(n.active, p)
		}
		var first, second bytes.Buffer
		if err := writeFile(&first, n, nil); err != nil {
			rt.Fatal(err)
		}
		f, err := readFile(bytes.NewReader(first.Bytes()))
		if err != nil {
			rt.Fatal(err)
		}
		p := planImport(f, known{now: today})
		if len(p.preview.Wrong) > 0 {
			rt.Fatalf("wrong rows %v in\n%s", p.preview.Wrong, &first)
		}
		back := names{teams: map[growth.TeamID]string{}}
		ids := map[string]growth.PersonID{}
		for i, g := range p.targets {
			ids[g.new.Email] = n.active[i].ID
		}
		for i, g := range p.targets {
			g.new.ID, g.new.Team, g.new.Manager = n.active[i].ID, growth.TeamID(g.team), ids[g.manager]
			back.teams[g.new.Team] = g.team
			back.active = append(back.active, g.new)
		}
		if err := writeFile(&second, back, nil); err != nil {
			rt.Fatal(err)
		}
		if d := cmp.Diff(first.String(), second.String()); d != "" {
			rt.Fatalf("the file changed on its way (-want +got):\n%s", d)
		}
	})
}

func TestManagersComeFirst(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	var text strings.Builder
	text.WriteString("name,email,manager_email\n")
	for i := range 300 {
		fmt.Fprintf(&text, "P%d,p%d@example.org,", i, i)
		if i < 299 {
			fmt.Fprintf(&text, "p%d@example.org", i+1)
		}
		text.WriteString("\n")
	}
	must[Preview](t)(c.Import(t.Context(), root, strings.NewReader(text.String())))
	err := c.store.View(t.Context(), func(tx store.Tx) error {
		p, err := tx.PersonByEmail(t.Context(), "p0@example.org")
		if err != nil {
			return err
		}
		for depth := 0; p.Manager != ""; depth++ {
			if p, err = tx.Person(t.Context(), p.Manager); err != nil || depth > 300 {
				t.Fatalf("after %d managers: %v", depth, err)
			}
		}
		if p.Email != "p299@example.org" {
			t.Errorf("the last of the line is %s", p.Email)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// FuzzImport holds that no file makes a plan stumble, and that whatever a plan
// refuses has a place and a cure.
func FuzzImport(f *testing.F) {
	f.Add("name,email,team,manager_email,role,since,admin\nAda,ada@example.org,,,eng/l1,2025-01-01,yes\n")
	f.Add("\uFEFFemail;name\n\"a\"\"b@example.org\";=1+1\n;\n")
	f.Add("name,email,manager_email\nA,a@b.c,b@b.c\nB,b@b.c,a@b.c\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		read, err := readFile(strings.NewReader(text))
		if err != nil {
			if fault.KindOf(err) != fault.Invalid {
				t.Fatalf("a file fails with %v", err)
			}
			return
		}
		p := planImport(read, known{framework: roles("eng/l1"), now: today})
		for _, w := range p.preview.Wrong {
			if w.Line < 1 || w.Line > strings.Count(text, "\n")+strings.Count(text, "\r")+1 || w.Message == "" {
				t.Errorf("a wrong row without a place or a message: %+v", w)
			}
		}
		if len(p.preview.Wrong) == 0 && len(managersFirst(p.targets)) != len(p.targets) {
			t.Errorf("%d of %d people are saved", len(managersFirst(p.targets)), len(p.targets))
		}
	})
}
