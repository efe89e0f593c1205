-- name: PutAim :exec
INSERT INTO aims (person_id, role_id, revision, visible, since)
VALUES (@person_id, @role_id, @revision, @visible, @since)
ON CONFLICT (person_id, role_id) DO UPDATE
SET revision = excluded.revision, visible = excluded.visible, since = excluded.since;

-- name: RemoveAim :exec
DELETE FROM aims WHERE person_id = @person_id AND role_id = @role_id;

-- name: ListAims :many
SELECT a.person_id, a.role_id, a.revision, a.visible, a.since
FROM aims a
JOIN people p ON p.id = a.person_id
WHERE a.person_id = @owner_id
  AND (a.person_id = @viewer_id OR (a.visible = 'manager' AND p.manager_id = @viewer_id))
ORDER BY a.since, a.role_id
LIMIT CAST(@max_rows AS BIGINT);
