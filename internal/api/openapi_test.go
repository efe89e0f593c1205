package api

import (
	"flag"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/growth"
)

var update = flag.Bool("update", false, "write openapi.yaml anew")

func TestDocumentIsTheRoutes(t *testing.T) {
	t.Parallel()
	want, err := describe(operations())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("openapi.yaml", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), string(document)); diff != "" {
		t.Errorf("openapi.yaml is not what the routes say; go test ./internal/api -update writes it (-want +got)\n%s", diff)
	}
}

// TestLimitsAreTheDomains holds the limits that the document promises to those
// that the use cases keep.
func TestLimitsAreTheDomains(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in         any
		field, tag string
		want       int
	}{
		{NewEvidence{}, "Text", "maxLength", growth.MaxEvidenceText},
		{NewEvidence{}, "With", "maxLength", growth.MaxEvidenceWith},
		{NewEvidence{}, "Link", "maxLength", growth.MaxEvidenceLink},
		{NewEvidence{}, "Statements", "maxItems", growth.MaxEvidenceLinks},
		{addEvidenceInput{}, "Key", "maxLength", growth.MaxEvidenceKey},
		{DeviceRequest{}, "Name", "maxLength", growth.MaxTokenName},
	} {
		f, _ := reflect.TypeOf(c.in).FieldByName(c.field)
		if got, err := strconv.Atoi(f.Tag.Get(c.tag)); err != nil || got != c.want {
			t.Errorf("%T.%s says %s %d (%v), want %d", c.in, c.field, c.tag, got, err, c.want)
		}
	}
	var kinds []string
	for _, k := range growth.Kinds() {
		kinds = append(kinds, string(k))
	}
	f, _ := reflect.TypeFor[NewEvidence]().FieldByName("Kind")
	if got := strings.Split(f.Tag.Get("enum"), ","); !slices.Equal(got, kinds) {
		t.Errorf("NewEvidence.Kind says %v, want %v", got, kinds)
	}
}
