package sqlite

import (
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"rung/internal/store/sqlstore"
)

// translate says what kind of failure an error of the driver is.
func translate(err error) error {
	if err == nil {
		return nil
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return sqlstore.Unknown.Fault(err)
	}
	return refusal(e.Code()).Fault(err)
}

func refusal(code int) sqlstore.Refusal {
	switch code {
	case lib.SQLITE_CONSTRAINT_UNIQUE, lib.SQLITE_CONSTRAINT_PRIMARYKEY, lib.SQLITE_CONSTRAINT_ROWID:
		return sqlstore.Taken
	case lib.SQLITE_CONSTRAINT_FOREIGNKEY:
		return sqlstore.Dangling
	case lib.SQLITE_CONSTRAINT_CHECK, lib.SQLITE_CONSTRAINT_NOTNULL, lib.SQLITE_CONSTRAINT_DATATYPE:
		return sqlstore.NotAllowed
	}
	switch code & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_INTERRUPT, lib.SQLITE_FULL, lib.SQLITE_IOERR,
		lib.SQLITE_NOMEM, lib.SQLITE_CANTOPEN:
		return sqlstore.Busy
	default:
		return sqlstore.Unknown
	}
}
