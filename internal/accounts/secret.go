package accounts

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
)

// secretBytes is how much chance is in a secret.
const secretBytes = 32

// secret returns a new secret after prefix, in characters that fit a link.
func (s *Service) secret(prefix string) (string, error) {
	b := make([]byte, secretBytes)
	if _, err := io.ReadFull(s.random, b); err != nil {
		return "", fmt.Errorf("make secret: %w", err)
	}
	return prefix + base64.RawURLEncoding.EncodeToString(b), nil
}

// digest returns what the store keeps of a secret. Secrets are long and by
// chance, so a fast hash is enough, and looking one up by its hash tells
// nothing by the time it takes.
func digest(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
