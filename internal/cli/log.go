package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"rung/internal/api"
	"rung/internal/fault"
	"rung/internal/growth"
)

type logCmd struct {
	Text   string `arg:"" optional:"" help:"What happened, in your words; - reads it from the standard input."`
	Date   string `default:"today" placeholder:"DAY" help:"The day that it happened, as 2006-01-02, today or yesterday."`
	Kind   string `default:"delivered" enum:"delivered,decided,helped,learned,received" help:"What sort of thing it was: ${enum}."`
	With   string `placeholder:"WHO" help:"Who else was there."`
	Link   string `placeholder:"URL" help:"An address that shows it."`
	Share  bool   `help:"Let your manager see it. Without this it is yours alone until you share it."`
	Send   bool   `help:"Send what waits, and record nothing new unless there is a text."`
	Server string `placeholder:"URL" help:"The server to send to (default: the one signed in to last)."`
}

func (logCmd) Help() string {
	return `Where the server does not answer, the entry is kept in your data folder and sent with the next
rung log, once and only once.

  rung log "Ran the incident review; the pager is quiet since" --kind helped
  git log -1 --format=%B | rung log -`
}

func (c logCmd) Run(ctx context.Context, p *program) error {
	client, err := p.signedIn(c.Server)
	if err != nil {
		return err
	}
	q, err := p.queue()
	if err != nil {
		return err
	}
	var mine queued
	if c.Text != "" || !c.Send {
		entry, err := c.entry(p)
		if err != nil {
			return err
		}
		if mine, err = q.add(client.Server(), entry); err != nil {
			return err
		}
	}
	result, err := q.send(ctx, client)
	if err != nil {
		return err
	}
	return p.reportSent(client, mine, result)
}

// entry checks what was typed by the rules that every server has, so that
// nothing is kept that none would take.
func (c logCmd) entry(p *program) (api.NewEvidence, error) {
	text, err := c.text(p)
	if err != nil {
		return api.NewEvidence{}, err
	}
	day, err := parseDay(c.Date, p.now())
	if err != nil {
		return api.NewEvidence{}, err
	}
	e := growth.Evidence{Happened: day, Kind: growth.Kind(c.Kind), Text: text, With: c.With, Link: c.Link, Visible: growth.Private}
	if c.Share {
		e.Visible = growth.ToManager
	}
	if e, err = e.Clean(p.now()); err != nil {
		return api.NewEvidence{}, err
	}
	return api.NewEvidence{
		Happened: e.Happened.Format(time.DateOnly), Kind: string(e.Kind), Text: e.Text, With: e.With, Link: e.Link, Visible: string(e.Visible),
	}, nil
}

// text returns the argument or, where that is "-", the standard input.
func (c logCmd) text(p *program) (string, error) {
	text := c.Text
	if text == "-" {
		const most = growth.MaxEvidenceText * utf8.UTFMax
		read, err := io.ReadAll(io.LimitReader(p.in, most+1))
		if err != nil {
			return "", fault.Wrap(fault.Unavailable, err, "the standard input cannot be read")
		}
		if len(read) > most {
			return "", fault.New(fault.Invalid, "the standard input holds more than the %d characters that one entry may have", growth.MaxEvidenceText)
		}
		text = string(read)
	}
	if strings.TrimSpace(text) == "" {
		return "", fault.New(fault.Invalid, `nothing to record: give what happened, as rung log "Fixed the slow timetable"`)
	}
	return text, nil
}

// parseDay reads a day as people type it, in the terminal's own time zone.
func parseDay(text string, now time.Time) (time.Time, error) {
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	switch text {
	case "today":
		return today, nil
	case "yesterday":
		return today.AddDate(0, 0, -1), nil
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}, fault.New(fault.Invalid, "%q is not a day, expected one as %s, today or yesterday", text, today.Format(time.DateOnly))
	}
	if day.After(today) {
		return time.Time{}, fault.New(fault.Invalid, "%s has not come yet: evidence is of what has happened", text)
	}
	return day, nil
}

// reportSent says what is recorded and what waits. It repeats nobody's words.
func (p *program) reportSent(client *api.Client, mine queued, s sent) error {
	for _, one := range s.refused {
		if one.Key == mine.Key { // still on the screen: nothing to keep
			if err := os.Remove(one.file); err != nil {
				return fault.Wrap(fault.Unavailable, err, "%s cannot be removed: %v", one.file, cause(err))
			}
			return s.err
		}
		fmt.Fprintf(p.err, "rung: %s does not take an earlier entry; it is kept in %s\n", client.Server(), one.file)
	}
	switch {
	case s.waiting > 0 && fault.KindOf(s.err) == fault.Unavailable:
		fmt.Fprintf(p.out, "Kept on this computer: %s.\n%s sent with the next rung log, or with rung log --send.\n", fault.MessageOf(s.err), plural(s.waiting, "entry is", "entries are"))
	case s.waiting > 0:
		fmt.Fprintf(p.out, "Kept on this computer; %s.\n", plural(s.waiting, "entry waits", "entries wait"))
		return s.err
	case s.done == 0:
		fmt.Fprintln(p.out, "Nothing waits.")
	case s.done == 1:
		fmt.Fprintf(p.out, "Recorded on %s.\n", client.Server())
	default:
		fmt.Fprintf(p.out, "Recorded on %s: %d entries.\n", client.Server(), s.done)
	}
	return nil
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
