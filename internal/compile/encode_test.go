package compile_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rung/internal/compile"
	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/source"
)

// sample is a framework that uses every field of the model.
func sample() *model.Framework {
	at := source.Span{Path: "a/L2.md", Start: 3, End: 9}
	prose := model.Prose{Text: "I <do> this — 終", At: at, Marks: []model.Mark{
		{Kind: model.Link, Start: 2, End: 6, Target: "L1.md", Role: "a/l1"},
		{Kind: model.Link, Start: 2, End: 6, Target: "README.md", Page: "README.md"},
		{Kind: model.Strong, Start: 0, End: 1},
	}}
	return &model.Framework{
		Title: "All", Revision: "0a1b",
		Tracks: []*model.Track{{ID: "a", Title: "A", Path: "a"}},
		Roles: []*model.Role{
			{ID: "a/l1", Track: "a", Title: "One", Status: model.Draft, Language: "en", Areas: []*model.Area{}},
			{
				ID: "a/l2", Track: "a", Title: "Two", Level: &model.Level{Label: "L2", Order: 2}, Status: model.Active, Language: "de",
				TranslationOf: "a/l1", At: at, Summary: prose, Notes: []model.Prose{prose},
				Scope: []model.Scope{{Name: "Horizon", Value: prose, At: at}},
				Areas: []*model.Area{{ID: "craft", Title: "Craft", Emoji: "🦉", Intro: []model.Prose{prose}, At: at,
					Statements: []*model.Statement{{ID: "s-1", Prose: prose, Derived: true, Examples: []*model.Example{{Prose: prose}}}},
					Examples:   []*model.Example{{Prose: prose}}}},
				Extends:      []model.Extension{{Statement: "s-1", Role: "foundation/f", Target: "f.md", At: at}},
				Equivalences: []model.Equivalence{{Statement: "s-1", Role: "a/l1", Target: "L1.md", Comparison: model.Below, At: at}},
			},
			{ID: "foundation/f", Title: "F", Foundation: true, Status: model.Active, Language: "en", Areas: []*model.Area{}},
		},
		Pages:    []*model.Page{{Path: "README.md", Title: "All", Kind: model.IndexPage}},
		Readings: []model.Reading{{Path: "a/L2.md", Reading: "r", Why: "w", Setting: "s"}},
	}
}

func TestEncodeIsLossless(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]*model.Framework{"full": sample(), "empty": {}} {
		data, err := compile.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := compile.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(f, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s changes on the way (-want +got):\n%s", name, diff)
		}
		again, err := compile.Encode(got)
		if err != nil || !bytes.Equal(data, again) || compile.Digest(data) != compile.Digest(again) {
			t.Errorf("%s has other bytes the second time: %v", name, err)
		}
	}
}

func TestDigest(t *testing.T) {
	t.Parallel()
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // of "abc", from the standard
	if got := compile.Digest([]byte("abc")); got != want {
		t.Errorf("Digest = %s, want %s", got, want)
	}
}

// damages are what may be wrong with a framework, each made from a good one.
var damages = map[string]func(*model.Framework){
	"a statement twice": func(f *model.Framework) {
		a := f.Roles[1].Areas[0]
		a.Statements = append(a.Statements, a.Statements[0])
	},
	"a statement without a name":      func(f *model.Framework) { f.Roles[1].Areas[0].Statements[0].ID = "" },
	"a role twice":                    func(f *model.Framework) { f.Roles[0].ID = "a/l2" },
	"a role that is missing":          func(f *model.Framework) { f.Roles[0] = nil },
	"a track that is missing":         func(f *model.Framework) { f.Roles[0].Track = "b" },
	"a rung without a track":          func(f *model.Framework) { f.Roles[0].Track = "" },
	"a foundation with a track":       func(f *model.Framework) { f.Roles[2].Track = "a" },
	"an unknown status":               func(f *model.Framework) { f.Roles[0].Status = "odd" },
	"an unknown comparison":           func(f *model.Framework) { f.Roles[1].Equivalences[0].Comparison = "odd" },
	"an unknown kind of page":         func(f *model.Framework) { f.Pages[0].Kind = "odd" },
	"an unknown mark":                 func(f *model.Framework) { f.Roles[1].Summary.Marks[0].Kind = "odd" },
	"a mark beyond its text":          func(f *model.Framework) { f.Roles[1].Summary.Marks[0].End = 99 },
	"a mark that splits a character":  func(f *model.Framework) { f.Roles[1].Summary.Marks[0].End = 13 },
	"a mark that runs backwards":      func(f *model.Framework) { f.Roles[1].Summary.Marks[0].Start = 7 },
	"a link to a role that is gone":   func(f *model.Framework) { f.Roles[1].Summary.Marks[0].Role = "a/l9" },
	"a link to a page that is gone":   func(f *model.Framework) { f.Roles[1].Summary.Marks[1].Page = "x.md" },
	"an extension to nowhere":         func(f *model.Framework) { f.Roles[1].Extends[0].Role = "a/l9" },
	"an edge of another's statement":  func(f *model.Framework) { f.Roles[0].Extends = f.Roles[1].Extends },
	"an original that is gone":        func(f *model.Framework) { f.Roles[1].TranslationOf = "a/l9" },
	"a place that runs backwards":     func(f *model.Framework) { f.Roles[1].At.End = 1 },
	"a text that is no text":          func(f *model.Framework) { f.Roles[1].Summary.Text = "\xff"; f.Roles[1].Summary.Marks = nil },
	"an area that is missing":         func(f *model.Framework) { f.Roles[1].Areas[0] = nil },
	"an example that is missing":      func(f *model.Framework) { f.Roles[1].Areas[0].Examples[0] = nil },
	"a statement's place is negative": func(f *model.Framework) { f.Roles[1].Areas[0].Statements[0].At.Start = -1 },
}

func TestDamageIsRefused(t *testing.T) {
	t.Parallel()
	for name, damage := range damages {
		f := sample()
		// Prose is shared in the sample; marks are changed in place.
		f.Roles[1].Summary.Marks = append([]model.Mark(nil), f.Roles[1].Summary.Marks...)
		damage(f)
		if _, err := compile.Encode(f); err == nil {
			t.Errorf("%s: Encode accepts it", name)
		}
		data, err := json.Marshal(map[string]any{"schema": "rung.model/1", "framework": f})
		if err != nil {
			t.Fatal(err)
		}
		if name == "a text that is no text" {
			continue // JSON cannot hold it
		}
		if _, err := compile.Decode(data); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: Decode = %v, want an Invalid error", name, err)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	good, err := compile.Encode(sample())
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"nothing":          "",
		"no JSON":          "{",
		"no framework":     `{"schema":"rung.model/1"}`,
		"no schema":        `{"framework":{}}`,
		"another schema":   strings.Replace(string(good), "rung.model/1", "rung.model/2", 1),
		"an unknown field": strings.Replace(string(good), `{"title"`, `{"colour":1,"title"`, 1),
		"more behind":      string(good) + "{}",
		"nested too deep":  strings.Repeat("[", 100000),
	} {
		if _, err := compile.Decode([]byte(data)); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: Decode = %v, want an Invalid error", name, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	good, err := compile.Encode(sample())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"schema":"rung.model/1","framework":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := compile.Decode(data)
		if err != nil {
			return
		}
		again, err := compile.Encode(got)
		if err != nil {
			t.Fatalf("what was decoded cannot be encoded: %v", err)
		}
		twice, err := compile.Decode(again)
		if err != nil {
			t.Fatalf("what was encoded cannot be decoded: %v", err)
		}
		if diff := cmp.Diff(got, twice, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("it changes on the way (-want +got):\n%s", diff)
		}
	})
}
