//go:build !linux

package pgtest

import "os/exec"

// account is who PostgreSQL runs as: the tests' own account, which must not be
// root's.
type account struct{}

func unprivileged(string) (account, error) { return account{}, nil }

func (account) command(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	return cmd
}
