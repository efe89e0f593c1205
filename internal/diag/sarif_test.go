package diag

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"rung/internal/source"
)

// sarifOf renders findings and reads them back as plain JSON.
func sarifOf(t *testing.T, list []Diagnostic, sources *source.Set) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := SARIF(&b, list, sources, testRules); err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestSARIFHoldsItsSchema checks what the schema of SARIF 2.1.0 demands of all
// that we write: which properties there are, which must be, and their ranges.
func TestSARIFHoldsItsSchema(t *testing.T) {
	t.Parallel()
	log := sarifOf(t, testFindings(), testSources)
	s := schema{t}
	s.object("log", log, "version runs", "$schema version runs")
	if log["version"] != "2.1.0" {
		t.Errorf("version %v", log["version"])
	}
	runs := s.list("runs", log["runs"], 1)
	run := s.object("run", runs[0], "tool", "tool columnKind results")
	if run["columnKind"] != "unicodeCodePoints" {
		t.Errorf("columnKind %v", run["columnKind"])
	}
	driver := s.object("driver", s.object("tool", run["tool"], "driver", "driver")["driver"], "name", "name rules")
	var ids []string
	for _, r := range s.list("rules", driver["rules"], 0) {
		rule := s.object("rule", r, "id", "id name shortDescription fullDescription help defaultConfiguration")
		ids = append(ids, rule["id"].(string))
		s.text(rule["shortDescription"])
		s.level(s.object("configuration", rule["defaultConfiguration"], "", "level enabled")["level"])
	}
	if len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
		t.Errorf("rules are not unique: %v", ids)
	}
	for _, r := range s.list("results", run["results"], 1) {
		s.result(r, ids)
	}
}

// schema checks plain JSON.
type schema struct{ t *testing.T }

// object demands an object that has all required properties and none but the
// known ones.
func (s schema) object(name string, v any, required, known string) map[string]any {
	s.t.Helper()
	o, ok := v.(map[string]any)
	if !ok {
		s.t.Fatalf("%s is %T, want an object", name, v)
	}
	for _, k := range strings.Fields(required) {
		if _, ok := o[k]; !ok {
			s.t.Errorf("%s has no %s", name, k)
		}
	}
	for k := range o {
		if !slices.Contains(strings.Fields(known), k) {
			s.t.Errorf("%s has %s, which is not known", name, k)
		}
	}
	return o
}

func (s schema) list(name string, v any, least int) []any {
	s.t.Helper()
	l, ok := v.([]any)
	if !ok || len(l) < least {
		s.t.Fatalf("%s is %v, want a list of %d at least", name, v, least)
	}
	return l
}

func (s schema) text(v any) {
	s.t.Helper()
	if text, _ := s.object("message", v, "text", "text markdown")["text"].(string); text == "" {
		s.t.Errorf("a text is missing in %v", v)
	}
}

func (s schema) level(v any) {
	s.t.Helper()
	if !slices.Contains([]any{"none", "note", "warning", "error"}, v) {
		s.t.Errorf("level %v is none", v)
	}
}

func (s schema) result(v any, ids []string) {
	s.t.Helper()
	r := s.object("result", v, "message", "ruleId ruleIndex level message locations relatedLocations partialFingerprints fixes")
	s.text(r["message"])
	s.level(r["level"])
	if i, ok := r["ruleIndex"].(float64); ok && ids[int(i)] != r["ruleId"] {
		s.t.Errorf("rule %v is not at %v", r["ruleId"], i)
	}
	for _, l := range s.list("locations", r["locations"], 0) {
		s.location(l)
	}
	if related, ok := r["relatedLocations"]; ok {
		for _, l := range s.list("relatedLocations", related, 1) {
			s.location(l)
		}
	}
	if fixes, ok := r["fixes"]; ok {
		for _, f := range s.list("fixes", fixes, 1) {
			fix := s.object("fix", f, "artifactChanges", "description artifactChanges")
			for _, c := range s.list("artifactChanges", fix["artifactChanges"], 1) {
				change := s.object("change", c, "artifactLocation replacements", "artifactLocation replacements")
				s.artifact(change["artifactLocation"])
				for _, p := range s.list("replacements", change["replacements"], 1) {
					s.region(s.object("replacement", p, "deletedRegion", "deletedRegion insertedContent")["deletedRegion"])
				}
			}
		}
	}
}

func (s schema) location(v any) {
	s.t.Helper()
	l := s.object("location", v, "", "id message physicalLocation")
	p := s.object("physicalLocation", l["physicalLocation"], "artifactLocation", "artifactLocation region")
	s.artifact(p["artifactLocation"])
	if r, ok := p["region"]; ok {
		s.region(r)
	}
}

// artifact demands a relative reference, which code hosts resolve.
func (s schema) artifact(v any) {
	s.t.Helper()
	uri, _ := s.object("artifactLocation", v, "uri", "uri")["uri"].(string)
	if u, err := url.Parse(uri); err != nil || u.IsAbs() || uri == "" || strings.HasPrefix(uri, "/") {
		s.t.Errorf("%q is no relative reference: %v", uri, err)
	}
}

func (s schema) region(v any) {
	s.t.Helper()
	r := s.object("region", v, "startLine", "startLine startColumn endLine endColumn")
	n := func(k string) float64 { f, _ := r[k].(float64); return f }
	if n("startLine") < 1 || n("startColumn") < 1 || n("endLine") < n("startLine") || n("endLine") == n("startLine") && n("endColumn") < n("startColumn") {
		s.t.Errorf("region %v is none", r)
	}
}

// TestFingerprintsStay wants a finding to be the same one after lines came
// above it, and two alike to be two.
func TestFingerprintsStay(t *testing.T) {
	t.Parallel()
	prints := func(above string) []string {
		file := source.NewFile("a.md", []byte(above+"one word, one word\n"))
		var list []Diagnostic
		for _, at := range []int{0, 10} {
			list = append(list, testRules[1].New(file.Span(len(above)+at, len(above)+at+8), "is odd"))
		}
		var out []string
		log := sarifOf(t, list, source.NewSet(file))
		for _, r := range log["runs"].([]any)[0].(map[string]any)["results"].([]any) {
			out = append(out, r.(map[string]any)["partialFingerprints"].(map[string]any)["rung/v1"].(string))
		}
		return out
	}
	before, after := prints(""), prints("# a\n\n")
	if !slices.Equal(before, after) || before[0] == before[1] {
		t.Errorf("fingerprints %v become %v", before, after)
	}
}
