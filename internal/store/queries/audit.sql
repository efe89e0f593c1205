-- name: AddAudit :execrows
INSERT INTO audit_entries (id, at, actor, operation, target, note)
VALUES (@id, @at, @actor, @operation, @target, @note)
ON CONFLICT DO NOTHING;

-- name: ListAudit :many
SELECT id, at, actor, operation, target, note
FROM audit_entries
ORDER BY at DESC, id DESC
LIMIT CAST(@max_rows AS BIGINT);
