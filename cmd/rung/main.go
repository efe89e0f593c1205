// Command rung compiles the career ladders that a company keeps in Git and
// runs the growth conversation on them. The program is in internal/cli.
package main

import (
	"os"

	"rung/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ()))
}
