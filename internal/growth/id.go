package growth

import (
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"io"
	"sync"
	"time"
)

// IDs makes ids that sort by the time they were made: 48 bits of milliseconds,
// 16 that count within one, 64 of chance, in base32 that sorts as its bytes do.
// It is safe for concurrent use, and its ids ascend even where the clock is
// set back.
type IDs struct {
	now    func() time.Time
	random io.Reader

	mu   sync.Mutex // protects last
	last uint64     // milliseconds and count of the id before
}

// NewIDs returns a maker that reads the time from now and chance from random.
func NewIDs(now func() time.Time, random io.Reader) *IDs {
	return &IDs{now: now, random: random}
}

// idEncoding is Crockford's alphabet in lower case: it ascends, and no letter
// reads as a digit.
var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// Next returns a new id, 26 characters long. It panics where random fails: a
// machine without chance must not go on.
func (m *IDs) Next() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last = max(uint64(m.now().UnixMilli())<<16, m.last+1)
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], m.last)
	if _, err := io.ReadFull(m.random, b[8:]); err != nil {
		panic(fmt.Sprintf("read random bytes: %v", err))
	}
	return idEncoding.EncodeToString(b[:])
}
