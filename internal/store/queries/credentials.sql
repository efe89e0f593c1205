-- name: PutCredential :exec
INSERT INTO credentials (person_id, hash, changed_at)
VALUES (@person_id, @hash, @changed_at)
ON CONFLICT (person_id) DO UPDATE
SET hash = excluded.hash, changed_at = excluded.changed_at;

-- name: Credential :one
SELECT person_id, hash, changed_at
FROM credentials
WHERE person_id = @person_id;

-- name: AddAttempt :exec
INSERT INTO attempts (key, at, n)
VALUES (@key, @at, 1)
ON CONFLICT (key, at) DO UPDATE
SET n = attempts.n + 1;

-- name: CountAttempts :one
SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n, CAST(COALESCE(MAX(at), 0) AS BIGINT) AS last_at
FROM attempts
WHERE key = @key AND at >= @since;

-- name: ClearAttempts :exec
DELETE FROM attempts WHERE key = @key OR at < @before;
