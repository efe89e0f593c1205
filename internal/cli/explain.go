package cli

import (
	"fmt"
	"io"

	"rung/internal/compile"
	"rung/internal/fault"
)

type explainCmd struct {
	Code string `arg:"" optional:"" name:"CODE" help:"The code or its name, as Q0001 or dead-link; without one, all codes are listed."`
}

func (c explainCmd) Run(p *program) error {
	if c.Code == "" {
		for _, r := range compile.Rules() {
			fmt.Fprintf(p.out, "%s  %-7s  %-24s  %s\n", r.Code, r.Severity, r.Slug, r.Title)
		}
		return nil
	}
	text, ok := compile.Explain(c.Code)
	if !ok {
		return fault.New(fault.Invalid, "there is no diagnostic %q: run rung explain to see all", c.Code)
	}
	_, err := io.WriteString(p.out, text)
	return err
}
