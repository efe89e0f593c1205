package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"strings"

	"rung/internal/source"
	"rung/internal/wire"
)

// The part of SARIF 2.1.0 that we write.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string       `json:"id"`
		Name    string       `json:"name"`
		Short   sarifText    `json:"shortDescription"`
		Full    sarifText    `json:"fullDescription"`
		Help    sarifText    `json:"help"`
		Default sarifDefault `json:"defaultConfiguration"`
	}
	sarifDefault struct {
		Level   string `json:"level"`
		Enabled *bool  `json:"enabled,omitempty"` // true where it is left out
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    *int              `json:"ruleIndex,omitempty"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Fixes        []sarifFix        `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Message  *sarifText    `json:"message,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion  `json:"deletedRegion"`
		Inserted sarifContent `json:"insertedContent"`
	}
	sarifContent struct {
		Text string `json:"text"`
	}
)

// SARIF writes diagnostics as SARIF 2.1.0, with the rules that they follow.
// The fingerprint of a finding does not depend on its line, so that it is the
// same finding after lines were added above it.
func SARIF(w io.Writer, list []Diagnostic, sources *source.Set, rules []*Rule) error {
	rules = byCode(rules)
	index := make(map[Code]int, len(rules))
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "rung", Rules: []sarifRule{}}
	for i, r := range rules {
		index[r.Code] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, toSARIFRule(r))
	}
	prints := fingerprints{sources: sources, seen: make(map[string]int)}
	for _, d := range ordered(list) {
		result := toSARIF(d, sources)
		if i, ok := index[d.Code]; ok {
			result.RuleIndex = &i
		}
		result.Fingerprints = map[string]string{"rung/v1": prints.of(d)}
		run.Results = append(run.Results, result)
	}
	return wire.Write(w, "diagnostics", sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func toSARIFRule(r *Rule) sarifRule {
	out := sarifRule{
		ID: string(r.Code), Name: camel(r.Slug),
		Short: sarifText{Text: r.Title}, Full: sarifText{Text: oneLine(r.Text)},
		Help:    sarifText{Text: oneLine(r.Text), Markdown: r.Text},
		Default: sarifDefault{Level: r.Severity.String()},
	}
	if r.Default == Off {
		out.Default.Enabled = new(bool)
	}
	return out
}

// camel turns "dead-link" into "DeadLink", as SARIF wants names.
func camel(slug string) string {
	var b strings.Builder
	for _, w := range strings.Split(slug, "-") {
		if w != "" {
			b.WriteString(strings.ToUpper(w[:1]) + w[1:])
		}
	}
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func toSARIF(d Diagnostic, sources *source.Set) sarifResult {
	message := d.Message
	if d.Help != "" {
		message += "; " + d.Help
	}
	out := sarifResult{RuleID: string(d.Code), Level: d.Severity.String(), Message: sarifText{Text: message}, Locations: []sarifLocation{}}
	if d.Primary.Path != "" {
		out.Locations = append(out.Locations, sarifLocation{Physical: physical(sources, d.Primary)})
	}
	for i, r := range d.Related {
		out.Related = append(out.Related, sarifLocation{ID: &i, Message: &sarifText{Text: r.Message}, Physical: physical(sources, r.Span)})
	}
	for _, f := range d.Fixes {
		if fix := toSARIFFix(f, sources); len(fix.Changes) > 0 { // the schema wants one change at least
			out.Fixes = append(out.Fixes, fix)
		}
	}
	return out
}

// toSARIFFix groups a fix's edits by file, in the order in which files appear.
func toSARIFFix(f Fix, sources *source.Set) sarifFix {
	out := sarifFix{Description: sarifText{Text: f.Title}, Changes: []sarifChange{}}
	at := make(map[string]int)
	for _, e := range f.Edits {
		p := physical(sources, e.Span)
		if p.Region == nil {
			continue
		}
		i, ok := at[e.Span.Path]
		if !ok {
			i = len(out.Changes)
			at[e.Span.Path] = i
			out.Changes = append(out.Changes, sarifChange{Artifact: p.Artifact})
		}
		out.Changes[i].Replacements = append(out.Changes[i].Replacements, sarifReplacement{Deleted: *p.Region, Inserted: sarifContent{Text: e.New}})
	}
	return out
}

func physical(sources *source.Set, at source.Span) sarifPhysical {
	out := sarifPhysical{Artifact: sarifArtifact{URI: uri(at.Path)}}
	if r, ok := place(sources, at); ok {
		out.Region = &sarifRegion{StartLine: r.start.Line, StartColumn: r.start.Column, EndLine: r.end.Line, EndColumn: r.end.Column}
	}
	return out
}

// uri encodes a path, segment by segment. A first segment with a colon would
// be read as a scheme.
func uri(p string) string {
	parts := strings.Split(p, "/")
	for i := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(parts[i]), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

// fingerprints names findings by what they are about: the rule, the file, the
// words, and which of several alike.
type fingerprints struct {
	sources *source.Set
	seen    map[string]int
}

func (f fingerprints) of(d Diagnostic) string {
	key := strings.Join([]string{string(d.Code), d.Primary.Path, oneLine(f.sources.Text(d.Primary))}, "\x00")
	n := f.seen[key]
	f.seen[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, n))
	return hex.EncodeToString(sum[:16])
}
