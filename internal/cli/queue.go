package cli

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rung/internal/api"
	"rung/internal/fault"
)

// maxQueue is the most entries that wait; more means that nobody looks.
const maxQueue = 1000

// queue is evidence that no server has confirmed yet: a folder with one file
// an entry, readable by the user alone. An entry is on the disk before it is
// sent and leaves it after the server has it; its key makes sending it twice
// harmless, so that two terminals need no lock.
type queue struct{ dir string }

// queued is one entry that waits.
type queued struct {
	Server string          `json:"server"`
	Key    string          `json:"key"`
	Entry  api.NewEvidence `json:"entry"`
	file   string
}

func (p *program) queue() (queue, error) {
	dir, err := p.dataFolder()
	return queue{filepath.Join(dir, "queue")}, err
}

// add keeps an entry and returns it.
func (q queue) add(server string, entry api.NewEvidence) (queued, error) {
	waiting, err := q.list(server)
	if err != nil {
		return queued{}, err
	}
	if len(waiting) >= maxQueue {
		return queued{}, fault.New(fault.Unavailable, "%d entries wait to be sent already: connect to %s and run rung log --send", len(waiting), server)
	}
	one := queued{Server: server, Key: rand.Text(), Entry: entry}
	one.file = filepath.Join(q.dir, fmt.Sprintf("%s-%s.json", entry.Happened, one.Key))
	text, err := json.Marshal(one)
	if err != nil {
		return queued{}, err
	}
	return one, writePrivate(one.file, text)
}

// list returns what waits for a server, by day. Files that are no entries stay
// and are left alone.
func (q queue) list(server string) ([]queued, error) {
	names, err := os.ReadDir(q.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "%s cannot be read: %v", q.dir, cause(err))
	}
	var out []queued
	for _, name := range names {
		if !strings.HasSuffix(name.Name(), ".json") {
			continue
		}
		file := filepath.Join(q.dir, name.Name())
		text, err := os.ReadFile(file)
		one := queued{file: file}
		if err == nil && json.Unmarshal(text, &one) == nil && one.Key != "" && one.Server == server {
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b queued) int { return strings.Compare(a.Entry.Happened, b.Entry.Happened) })
	return out, nil
}

// sent says what became of a queue.
type sent struct {
	done    int
	waiting int
	refused []queued
	err     error // why sending stopped, or nil
}

// send sends what waits, oldest first, until the server does not answer. What
// it refuses is put aside under another name, so that it holds up nothing and
// is not lost.
func (q queue) send(ctx context.Context, client *api.Client) (sent, error) {
	waiting, err := q.list(client.Server())
	if err != nil {
		return sent{}, err
	}
	var out sent
	for i, one := range waiting {
		_, err := client.AddEvidence(ctx, one.Key, one.Entry)
		switch fault.KindOf(err) {
		case fault.Invalid, fault.Conflict, fault.NotFound:
			aside := strings.TrimSuffix(one.file, ".json") + ".refused"
			if e := os.Rename(one.file, aside); e != nil {
				return out, fault.Wrap(fault.Unavailable, e, "%s cannot be put aside: %v", one.file, cause(e))
			}
			one.file = aside
			out.refused, out.err = append(out.refused, one), err
			continue
		}
		if err != nil {
			out.err, out.waiting = err, len(waiting)-i
			return out, nil
		}
		if err := os.Remove(one.file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return out, fault.Wrap(fault.Unavailable, err, "%s was sent and cannot be removed: %v", one.file, cause(err))
		}
		out.done++
	}
	return out, nil
}
