-- name: PutToken :execrows
INSERT INTO tokens (id, hash, person_id, name, created_at, seen_at, expires_at)
SELECT CAST(@id AS TEXT), CAST(@hash AS TEXT), CAST(@person_id AS TEXT), CAST(@name AS TEXT),
       CAST(@created_at AS BIGINT), CAST(@seen_at AS BIGINT), CAST(@expires_at AS BIGINT)
WHERE NOT EXISTS (SELECT 1 FROM tokens o WHERE o.hash = @hash AND o.id <> @id)
  AND NOT EXISTS (SELECT 1 FROM tokens o WHERE o.id = @id AND o.hash <> @hash)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, seen_at = excluded.seen_at, expires_at = excluded.expires_at;

-- name: TokenByHash :one
SELECT id, hash, person_id, name, created_at, seen_at, expires_at
FROM tokens
WHERE hash = @hash AND expires_at > @now;

-- name: ListTokens :many
SELECT id, hash, person_id, name, created_at, seen_at, expires_at
FROM tokens
WHERE person_id = @person_id
ORDER BY created_at DESC, id DESC
LIMIT CAST(@max_rows AS BIGINT);

-- name: RemoveToken :execrows
DELETE FROM tokens WHERE id = @id AND person_id = @person_id;
