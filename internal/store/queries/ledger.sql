-- name: AddOccurrences :exec
INSERT INTO occurrences (key, statement_id, revision, matcher)
SELECT key, value->>0, value->>1, value->>2
FROM json_each(@list)
WHERE true
ON CONFLICT DO NOTHING;

-- name: ListOccurrences :many
SELECT key, statement_id, revision, matcher
FROM occurrences
ORDER BY key
LIMIT CAST(@max_rows AS BIGINT);

-- name: AddAlias :execrows
INSERT INTO aliases (from_id, to_id, why, at)
VALUES (@from_id, @to_id, @why, @at)
ON CONFLICT DO NOTHING;

-- name: ListAliases :many
SELECT from_id, to_id, why, at
FROM aliases
ORDER BY at, from_id
LIMIT CAST(@max_rows AS BIGINT);
