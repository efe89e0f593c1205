package cli

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rung/internal/api"
	"rung/internal/fault"
)

// signIns are the servers that this user is signed in to. The file that holds
// them is the user's alone: whoever reads it can act for her.
type signIns struct {
	Current string            `json:"current"` // the server that rung log sends to
	Servers map[string]signIn `json:"servers"` // by address
}

// signIn is one server's token and whom it acts for.
type signIn struct {
	Token string `json:"token"`
	Name  string `json:"name"`
}

func (p *program) signInFile() (string, error) {
	dir, err := p.configFolder()
	return filepath.Join(dir, "servers.json"), err
}

// readSignIns returns the sign-ins; where there is no file there are none.
func (p *program) readSignIns() (signIns, error) {
	out := signIns{Servers: map[string]signIn{}}
	name, err := p.signInFile()
	if err != nil {
		return out, err
	}
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	if err != nil {
		return out, fault.Wrap(fault.Unavailable, err, "%s cannot be read: %v", name, cause(err))
	}
	if err := json.Unmarshal(text, &out); err != nil {
		return out, fault.Wrap(fault.Unavailable, err, "%s is damaged: remove it and sign in again with rung login", name)
	}
	if out.Servers == nil {
		out.Servers = map[string]signIn{}
	}
	return out, nil
}

func (p *program) writeSignIns(s signIns) error {
	name, err := p.signInFile()
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	return writePrivate(name, append(text, '\n'))
}

// signedIn returns a client of the named server, or of the one that was signed
// in to last.
func (p *program) signedIn(server string) (*api.Client, error) {
	all, err := p.readSignIns()
	if err != nil {
		return nil, err
	}
	if server == "" {
		server = all.Current
	}
	if server == "" {
		return nil, fault.New(fault.Forbidden, "this terminal is signed in to no server: run rung login and the server's address")
	}
	c, err := api.NewClient(server, "")
	if err != nil {
		return nil, err
	}
	one, ok := all.Servers[c.Server()]
	if !ok {
		return nil, fault.New(fault.Forbidden, "this terminal is not signed in to %s: run rung login %s", c.Server(), c.Server())
	}
	return api.NewClient(c.Server(), one.Token)
}
