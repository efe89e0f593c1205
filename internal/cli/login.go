package cli

import (
	"context"
	"fmt"
	"maps"
	"net"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"rung/internal/api"
	"rung/internal/fault"
)

// minInterval is the shortest wait between two polls, whatever a server says.
const minInterval = time.Second

type loginCmd struct {
	Server string `arg:"" optional:"" name:"URL" help:"The server's address, as https://rung.example.org."`
	List   bool   `help:"List the servers that this terminal is signed in to."`
}

func (loginCmd) Help() string {
	return `Prints a code and an address. Open the address in a browser where you are signed in, compare
the code and approve. The token that comes of it is kept in your config folder, readable by you
alone. You can end it on your account page, or with rung logout.`
}

func (c loginCmd) Run(ctx context.Context, p *program) error {
	switch {
	case c.List && c.Server != "":
		return fault.New(fault.Invalid, "--list takes no address")
	case c.List:
		return p.listSignIns()
	case c.Server == "":
		return fault.New(fault.Invalid, "give the server's address: rung login https://rung.example.org")
	}
	client, err := api.NewClient(c.Server, "")
	if err != nil {
		return err
	}
	if inClear(client.Server()) {
		fmt.Fprintf(p.err, "rung: %s is not encrypted: whoever is on the way can read along\n", client.Server())
	}
	return p.signIn(ctx, client)
}

// inClear reports whether what goes to the server can be read on its way.
func inClear(server string) bool {
	u, err := url.Parse(server)
	if err != nil || u.Scheme == "https" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback())
}

func (p *program) signIn(ctx context.Context, client *api.Client) error {
	started, err := client.StartDevice(ctx, p.terminalName())
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "Open    %s%s\nand compare the code  %s\n", client.Server(), started.VerificationURI, started.UserCode)
	state, err := p.awaitApproval(ctx, client, started)
	if err != nil {
		return err
	}
	all, err := p.readSignIns()
	if err != nil {
		return err
	}
	name := ""
	if state.Person != nil {
		name = state.Person.Name
	}
	all.Current = client.Server()
	all.Servers[client.Server()] = signIn{Token: state.Token, Name: name}
	if err := p.writeSignIns(all); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "Signed in as %s.\n", name)
	return err
}

// awaitApproval polls until somebody approves or the code is void.
func (p *program) awaitApproval(ctx context.Context, client *api.Client, started api.DeviceStart) (api.DeviceState, error) {
	interval := max(minInterval, time.Duration(started.Interval)*time.Second)
	for {
		if err := p.wait(ctx, interval); err != nil {
			return api.DeviceState{}, err
		}
		state, err := client.PollDevice(ctx, started.DeviceCode)
		switch {
		case fault.KindOf(err) == fault.NotFound:
			return state, fault.New(fault.Forbidden, "nobody approved the code in time: run rung login again")
		case fault.KindOf(err) == fault.Unavailable: // a server that restarts is back soon
		case err != nil:
			return state, err
		case state.Token != "":
			return state, nil
		}
	}
}

// wait returns after a time, or with ctx's error when that ends first.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// terminalName says which machine asks, for the person who approves.
func (p *program) terminalName() string {
	host, err := os.Hostname()
	if err != nil {
		return "a terminal"
	}
	host, _, _ = strings.Cut(host, ".")
	return "terminal on " + host
}

func (p *program) listSignIns() error {
	all, err := p.readSignIns()
	if err != nil {
		return err
	}
	if len(all.Servers) == 0 {
		_, err = fmt.Fprintln(p.out, "Signed in to no server.")
		return err
	}
	for _, server := range slices.Sorted(maps.Keys(all.Servers)) {
		mark := " "
		if server == all.Current {
			mark = "*"
		}
		fmt.Fprintf(p.out, "%s %s  %s\n", mark, server, all.Servers[server].Name)
	}
	return nil
}

type logoutCmd struct {
	Server string `arg:"" optional:"" name:"URL" help:"The server's address (default: the one signed in to last)."`
}

func (logoutCmd) Help() string {
	return `Ends the token on the server and forgets it here. Where the server does not answer, the token
is only forgotten: end it on your account page later.`
}

func (c logoutCmd) Run(ctx context.Context, p *program) error {
	client, err := p.signedIn(c.Server)
	if err != nil {
		return err
	}
	all, err := p.readSignIns()
	if err != nil {
		return err
	}
	ended := client.EndToken(ctx)
	delete(all.Servers, client.Server())
	if all.Current == client.Server() {
		all.Current = ""
	}
	if err := p.writeSignIns(all); err != nil {
		return err
	}
	if fault.KindOf(ended) == fault.Unavailable && ended != nil {
		_, err = fmt.Fprintf(p.out, "Forgotten here. %s: end the token on your account page.\n", fault.MessageOf(ended))
		return err
	}
	_, err = fmt.Fprintf(p.out, "Signed out of %s.\n", client.Server())
	return err
}
