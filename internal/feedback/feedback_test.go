package feedback

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func (o *office) give(a authz.Actor, text string, visible growth.Visibility) growth.Feedback {
	o.t.Helper()
	f, err := o.Give(o.t.Context(), a, Input{Subject: "ada", Tone: growth.Praise, Text: text, Visible: visible})
	if err != nil {
		o.t.Fatal(err)
	}
	return f
}

func texts(list []Said) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.AuthorName+": "+f.Text)
	}
	slices.Sort(out)
	return out
}

func TestWhoSeesWhatWasSaid(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.give(cy, "between us", growth.Private)
	shared := o.give(cy, "well led", growth.ToManager)
	o.give(mo, "from me", growth.ToManager)
	for _, w := range []struct {
		name string
		get  func() ([]Said, error)
		want []string
	}{
		{"on me", func() ([]Said, error) { return o.OnMe(t.Context(), ada) }, []string{"Cy: between us", "Cy: well led", "Mo: from me"}},
		{"on myself by name", func() ([]Said, error) { return o.On(t.Context(), ada, "ada") }, []string{"Cy: between us", "Cy: well led", "Mo: from me"}},
		{"by me", func() ([]Said, error) { return o.ByMe(t.Context(), cy) }, []string{"Cy: between us", "Cy: well led"}},
		{"on a report", func() ([]Said, error) { return o.On(t.Context(), mo, "ada") }, []string{"Cy: well led", "Mo: from me"}},
		{"on nobody", func() ([]Said, error) { return o.OnMe(t.Context(), cy) }, nil},
	} {
		if d := cmp.Diff(w.want, texts(must[[]Said](t)(w.get()))); d != "" {
			t.Errorf("%s (-want +got):\n%s", w.name, d)
		}
	}
	for _, a := range []authz.Actor{cy, root} {
		_, err := o.On(t.Context(), a, "ada")
		wantKind(t, "by "+string(a.Person), err, fault.NotFound)
	}
	reads := o.reads()
	want := map[growth.ItemKind][]string{growth.FeedbackItem: {string(shared.ID)}}
	if len(reads) != 1 || reads[0].Reader != "mo" || !cmp.Equal(reads[0].Items, want) {
		t.Errorf("reads: %+v, want one by the manager of what is not her own", reads)
	}
}

func TestGiving(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	good := Input{Subject: "ada", Tone: growth.Advice, Text: "x", Statement: "s-1", Visible: growth.Private}
	if f := must[growth.Feedback](t)(o.Give(t.Context(), cy, good)); f.Revision != "rev-1" {
		t.Errorf("given: %+v", f)
	}
	for _, w := range []struct {
		name   string
		change func(*Input)
		want   fault.Kind
	}{
		{"to oneself", func(in *Input) { in.Subject = "cy" }, fault.Invalid},
		{"to nobody", func(in *Input) { in.Subject = "" }, fault.NotFound},
		{"nobody chose who sees it", func(in *Input) { in.Visible = "" }, fault.Invalid},
		{"on a statement that is not", func(in *Input) { in.Statement = "s-9" }, fault.Invalid},
	} {
		in := good
		w.change(&in)
		_, err := o.Give(t.Context(), cy, in)
		wantKind(t, w.name, err, w.want)
	}
	o.update(func(tx store.Tx) error {
		p, err := tx.Person(t.Context(), "ada")
		if err != nil {
			return err
		}
		p.LeftAt = o.now
		return tx.ChangePerson(t.Context(), p)
	})
	_, err := o.Give(t.Context(), cy, good)
	wantKind(t, "to somebody who has left", err, fault.NotFound)
}
