package cli

import (
	"os"

	"golang.org/x/term"
)

// colors reports whether the output may be coloured: it goes to a terminal
// that can, and nobody has said otherwise (no-color.org).
func (p *program) colors() bool {
	if p.env["NO_COLOR"] != "" || p.env["TERM"] == "dumb" {
		return false
	}
	f, ok := p.out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
