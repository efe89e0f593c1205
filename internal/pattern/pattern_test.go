package pattern_test

import (
	"testing"

	"rung/internal/pattern"
)

func TestPatternIsCompiledWhenUsed(t *testing.T) {
	t.Parallel()
	p := pattern.New(`(?i)level\s+(\d+)`)
	if got := p.FindStringSubmatch("at LEVEL 4"); len(got) != 2 || got[1] != "4" {
		t.Errorf("FindStringSubmatch = %q, want the number", got)
	}
	bad := pattern.New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("an expression that cannot be compiled was used")
		}
	}()
	bad.MatchString("")
}

func TestPatternIsSafeToShare(t *testing.T) {
	t.Parallel()
	p := pattern.New(`a+`)
	done := make(chan bool)
	for range 8 {
		go func() { done <- p.MatchString("baa") }()
	}
	for range 8 {
		if !<-done {
			t.Error("a shared pattern did not match")
		}
	}
}
