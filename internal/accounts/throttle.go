package accounts

import (
	"context"
	"fmt"
	"time"

	"rung/internal/fault"
	"rung/internal/store"
)

// limit slows attempts down: some are free, then each waits twice as long as
// the one before, up to longest. Nobody is locked out for good: what happened
// longer ago than window counts no more.
type limit struct {
	free    int
	longest time.Duration
	window  time.Duration
}

// The limits. Many people sign in from one address, so it is treated more
// gently than an account.
var (
	accountLimit = limit{free: 5, longest: 15 * time.Minute, window: 24 * time.Hour}
	addressLimit = limit{free: 100, longest: time.Minute, window: time.Hour}
	codeLimit    = limit{free: 10, longest: time.Minute, window: time.Hour}
	deviceLimit  = limit{free: 30, longest: time.Minute, window: time.Hour}
)

// firstWait is what the first attempt that is not free waits for.
const firstWait = time.Second

// wait returns how long to wait after the last of n attempts.
func (l limit) wait(n int) time.Duration {
	if n < l.free {
		return 0
	}
	d := firstWait
	for range n - l.free {
		if d *= 2; d >= l.longest {
			return l.longest
		}
	}
	return d
}

// The prefixes of attempt keys. What follows is hashed: neither addresses nor
// e-mails are kept.
const (
	byAccount = "account:"
	byAddress = "address:"
	byCode    = "code:"
	byDevice  = "device:"
)

// admit refuses with fault.Unavailable while it is too early after the
// attempts under key.
func (l limit) admit(ctx context.Context, tx store.Tx, key string, now time.Time) error {
	n, last, err := tx.Attempts(ctx, digest(key), now.Add(-l.window))
	if err != nil {
		return err
	}
	if left := last.Add(l.wait(n)).Sub(now); n > 0 && left > 0 {
		return fault.New(fault.Unavailable, "Too many attempts. Please try again in %s.", inWords(left))
	}
	return nil
}

// inWords returns a wait as people say it, never shorter than it is.
func inWords(d time.Duration) string {
	n, unit := int((d+time.Second-1)/time.Second), "second"
	if d > time.Minute {
		n, unit = int((d+time.Minute-1)/time.Minute), "minute"
	}
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", n, unit)
}

// count notes an attempt under key.
func count(ctx context.Context, tx store.Tx, key string, now time.Time) error {
	return tx.AddAttempt(ctx, digest(key), now)
}

// forget clears the attempts under key, and all that are too old to count.
func forget(ctx context.Context, tx store.Tx, key string, now time.Time) error {
	return tx.ClearAttempts(ctx, digest(key), now.Add(-accountLimit.window))
}
