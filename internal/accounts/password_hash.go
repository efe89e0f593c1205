package accounts

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"rung/internal/fault"
)

// cost is what an argon2id hash takes.
type cost struct {
	memory, time uint32 // KiB, passes
	threads      uint8
}

// currentCost is what new hashes take (OWASP's first choice for argon2id);
// older ones are made again when their owner signs in.
var currentCost = cost{memory: 19 * 1024, time: 2, threads: 1}

// Limits of a stored hash, so that a damaged row cannot exhaust the machine.
const (
	maxMemory = 1 << 20 // KiB
	maxTime   = 16
	saltBytes = 16
	keyBytes  = 32
)

var phc64 = base64.RawStdEncoding

// hash returns the password's hash as a PHC string. It waits its turn.
func (s *Service) hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltBytes)
	if _, err := io.ReadFull(s.random, salt); err != nil {
		return "", fmt.Errorf("make salt: %w", err)
	}
	key, err := s.derive(ctx, password, salt, s.cost, keyBytes)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		s.cost.memory, s.cost.time, s.cost.threads, phc64.EncodeToString(salt), phc64.EncodeToString(key)), nil
}

// derive computes a hash when it is its turn.
func (s *Service) derive(ctx context.Context, password string, salt []byte, c cost, n uint32) ([]byte, error) {
	select {
	case s.hashing <- struct{}{}:
		defer func() { <-s.hashing }()
	case <-ctx.Done():
		return nil, fault.Wrap(fault.Unavailable, ctx.Err(), "This takes too long just now; please try again.")
	}
	return argon2.IDKey([]byte(norm.NFC.String(password)), salt, c.time, c.memory, c.threads, n), nil
}

// match says how a password compares with a stored hash.
type match int

const (
	noMatch match = iota
	matches
	matchesOld // of another cost than new hashes have
)

// verify compares a password with a stored hash. Where stored is "", it takes
// as long and matches nothing.
func (s *Service) verify(ctx context.Context, stored, password string) (match, error) {
	e, err := s.parse(stored)
	if err != nil {
		return noMatch, err
	}
	got, err := s.derive(ctx, password, e.salt, e.cost, uint32(len(e.key)))
	if err != nil {
		return noMatch, err
	}
	equal := subtle.ConstantTimeCompare(got, e.key) == 1
	switch {
	case !equal || stored == "":
		return noMatch, nil
	case e.cost != s.cost || len(e.key) != keyBytes || len(e.salt) != saltBytes:
		return matchesOld, nil
	default:
		return matches, nil
	}
}

// encoded is a hash as it was stored.
type encoded struct {
	cost      cost
	salt, key []byte
}

var errNotAHash = errors.New("parse password hash: not one of argon2id")

// parse reads a PHC string; "" gives a hash of today's cost that nothing has.
func (s *Service) parse(stored string) (encoded, error) {
	if stored == "" {
		return encoded{s.cost, make([]byte, saltBytes), make([]byte, keyBytes)}, nil
	}
	parts := strings.Split(stored, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return encoded{}, errNotAHash
	}
	var c cost
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.memory, &c.time, &c.threads); err != nil {
		return encoded{}, errNotAHash
	}
	if c.memory == 0 || c.memory > maxMemory || c.time == 0 || c.time > maxTime || c.threads == 0 {
		return encoded{}, errNotAHash
	}
	salt, err1 := phc64.DecodeString(parts[4])
	key, err2 := phc64.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(salt) < 8 || len(key) < 16 || len(key) > 1024 {
		return encoded{}, errNotAHash
	}
	return encoded{c, salt, key}, nil
}
