package fault

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestKindSurvivesWrapping(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("load plan: %w", New(NotFound, "there is no such plan"))
	if got := KindOf(err); got != NotFound {
		t.Errorf("KindOf = %v, want not found", got)
	}
	if got := MessageOf(err); got != "there is no such plan" {
		t.Errorf("MessageOf = %q", got)
	}
}

func TestInternalTextStaysInside(t *testing.T) {
	t.Parallel()
	for _, err := range []error{
		errors.New("secret path"),
		Wrap(Internal, errors.New("secret path"), "secret detail"),
	} {
		if got := MessageOf(err); strings.Contains(got, "secret") {
			t.Errorf("MessageOf(%v) = %q, which tells what is inside", err, got)
		}
		if got := KindOf(err); got != Internal {
			t.Errorf("KindOf = %v, want internal", got)
		}
	}
}

func TestWrapOfNil(t *testing.T) {
	t.Parallel()
	if err := Wrap(Conflict, nil, "x"); err != nil {
		t.Errorf("Wrap(nil) = %v, want nil", err)
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	var f Fields
	if err := f.Err(); err != nil {
		t.Fatalf("no fields: %v, want nil", err)
	}
	f.Add("email", "Enter an e-mail address like %s.", "ada@harbour.example")
	err := f.Err()
	if KindOf(err) != Invalid {
		t.Errorf("KindOf = %v, want invalid", KindOf(err))
	}
	got := FieldsOf(fmt.Errorf("add person: %w", err))
	if len(got) != 1 || got[0].Name != "email" {
		t.Errorf("FieldsOf = %v", got)
	}
}
