//go:build unix

package sqlite

import (
	"errors"
	"os"
)

// syncDir returns when the names in the folder are on the disk.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
