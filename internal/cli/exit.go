package cli

import (
	"context"
	"errors"
	"fmt"

	"rung/internal/fault"
)

// The exit statuses, as the contract names them.
const (
	exitClean    = 0
	exitFindings = 1
	exitUsage    = 2
	exitFailure  = 3
)

// errFindings ends a command that worked and found something; what it found
// has been printed.
var errFindings = errors.New("findings")

// statuses is the one table from a kind of failure to an exit status. A value
// that the user typed and that cannot be meant is usage; the rest are facts
// about the world.
var statuses = map[fault.Kind]int{
	fault.Invalid:     exitUsage,
	fault.NotFound:    exitFailure,
	fault.Conflict:    exitFailure,
	fault.Forbidden:   exitFailure,
	fault.Unavailable: exitFailure,
	fault.Internal:    exitFailure,
}

// finish turns what a command returned into an exit status.
func (p *program) finish(err error) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	default:
		return p.fail(err)
	}
}

// fail prints err as one sentence and returns its exit status.
func (p *program) fail(err error) int {
	kind := fault.KindOf(err)
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.err, "rung: stopped before it was done")
	case kind == fault.Internal: // who runs the command runs the machine: the cause is his to know
		fmt.Fprintf(p.err, "rung: this should not have happened: %v\n", err)
	default:
		fmt.Fprintf(p.err, "rung: %s\n", fault.MessageOf(err))
		for _, f := range fault.FieldsOf(err) {
			fmt.Fprintf(p.err, "  %s: %s\n", f.Name, f.Message)
		}
	}
	return statuses[kind]
}
