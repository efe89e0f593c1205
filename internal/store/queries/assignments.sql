-- name: AddAssignment :execrows
INSERT INTO assignments (id, person_id, role_id, role_title, revision, since, maturity, created_at)
VALUES (@id, @person_id, @role_id, @role_title, @revision, @since, @maturity, @created_at)
ON CONFLICT DO NOTHING;

-- name: ListAssignments :many
SELECT id, person_id, role_id, role_title, revision, since, maturity, created_at
FROM assignments
WHERE person_id = @person_id
ORDER BY since DESC, id DESC
LIMIT CAST(@max_rows AS BIGINT);

-- name: ListCurrentAssignments :many
SELECT a.id, a.person_id, a.role_id, a.role_title, a.revision, a.since, a.maturity, a.created_at
FROM assignments a
JOIN people p ON p.id = a.person_id
WHERE p.left_at IS NULL
  AND a.id = (
    SELECT c.id
    FROM assignments c
    WHERE c.person_id = p.id AND c.since <= @at
    ORDER BY c.since DESC, c.id DESC
    LIMIT 1)
ORDER BY a.person_id
LIMIT CAST(@max_rows AS BIGINT);

-- name: RemoveAssignment :execrows
DELETE FROM assignments WHERE id = @id AND person_id = @person_id;
