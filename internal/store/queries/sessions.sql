-- name: PutSession :execrows
INSERT INTO sessions (id, hash, person_id, agent, created_at, seen_at, expires_at)
SELECT CAST(@id AS TEXT), CAST(@hash AS TEXT), CAST(@person_id AS TEXT), CAST(@agent AS TEXT),
       CAST(@created_at AS BIGINT), CAST(@seen_at AS BIGINT), CAST(@expires_at AS BIGINT)
WHERE NOT EXISTS (SELECT 1 FROM sessions o WHERE o.hash = @hash AND o.id <> @id)
  AND NOT EXISTS (SELECT 1 FROM sessions o WHERE o.id = @id AND o.hash <> @hash)
ON CONFLICT (id) DO UPDATE
SET agent = excluded.agent, seen_at = excluded.seen_at, expires_at = excluded.expires_at;

-- name: SessionByHash :one
SELECT id, hash, person_id, agent, created_at, seen_at, expires_at
FROM sessions
WHERE hash = @hash AND expires_at > @now;

-- name: ListSessions :many
SELECT id, hash, person_id, agent, created_at, seen_at, expires_at
FROM sessions
WHERE person_id = @person_id AND expires_at > @now
ORDER BY seen_at DESC, id DESC
LIMIT CAST(@max_rows AS BIGINT);

-- name: EndSession :execrows
DELETE FROM sessions WHERE id = @id AND person_id = @person_id;

-- name: EndSessions :exec
DELETE FROM sessions WHERE person_id = @person_id AND id <> @keep;
