package postgres

import (
	"database/sql/driver"
	"errors"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"rung/internal/store/sqlstore"
)

// translate says what kind of failure an error of the driver is.
func translate(err error) error {
	if err == nil {
		return nil
	}
	var refused *pgconn.PgError
	if errors.As(err, &refused) {
		return refusal(refused.Code).Fault(err)
	}
	var unreachable *pgconn.ConnectError
	var cut net.Error
	if errors.As(err, &unreachable) || errors.As(err, &cut) || errors.Is(err, driver.ErrBadConn) {
		return sqlstore.Busy.Fault(err)
	}
	return sqlstore.Unknown.Fault(err)
}

// refusal reads a code of PostgreSQL's appendix A; its first two characters
// are a class.
func refusal(code string) sqlstore.Refusal {
	switch code {
	case "23505": // unique_violation
		return sqlstore.Taken
	case "23503": // foreign_key_violation
		return sqlstore.Dangling
	case "23514", "23502", "22021": // check and not-null violation, text that is not UTF-8
		return sqlstore.NotAllowed
	case "55P03", "25P03", "40001", "40P01": // lock and idle timeouts, serialization, deadlock
		return sqlstore.Busy
	}
	for _, class := range []string{"08", "53", "57", "58"} { // connection, resources, operator, system
		if strings.HasPrefix(code, class) {
			return sqlstore.Busy
		}
	}
	return sqlstore.Unknown
}
