package compile

import (
	"context"
	"os"
	"testing"

	"rung/internal/diag"
)

// BenchmarkAccount is what the account adds to a check of a real ladder.
func BenchmarkAccount(b *testing.B) {
	const ladder = "../../../shared/corpus/OctopusDeploy--People"
	if _, err := os.Stat(ladder); err != nil {
		b.Skip("the corpus is not here")
	}
	r, err := Compile(context.Background(), Input{Tree: os.DirFS(ladder)})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		newAccount(r).unread(r.Sources, &diag.Report{})
	}
}
