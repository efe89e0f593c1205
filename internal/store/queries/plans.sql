-- name: AddPlanItem :execrows
INSERT INTO plan_items (id, owner_id, role_id, statement_id, revision, key_id, action_sealed, helper_sealed,
                        due, done_at, visible, created_at, version)
VALUES (@id, @owner_id, @role_id, @statement_id, @revision, @key_id, @action_sealed, @helper_sealed,
        @due, @done_at, @visible, @created_at, 1)
ON CONFLICT DO NOTHING;

-- name: ChangePlanItem :execrows
UPDATE plan_items
SET role_id = @role_id, statement_id = @statement_id, revision = @revision, key_id = @key_id,
    action_sealed = @action_sealed, helper_sealed = @helper_sealed, due = @due, done_at = @done_at,
    visible = @visible, version = version + 1
WHERE id = @id AND owner_id = @owner_id AND version = @version;

-- name: CountPlanItems :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM plan_items WHERE id = @id AND owner_id = @owner_id;

-- name: RemovePlanItem :execrows
DELETE FROM plan_items WHERE id = @id AND owner_id = @owner_id;

-- name: ListPlan :many
SELECT i.id, i.owner_id, i.role_id, i.statement_id, i.revision, i.action_sealed, i.helper_sealed,
       i.due, i.done_at, i.visible, i.created_at, i.version, k.key_id, k.key AS seal
FROM plan_items i
JOIN people p ON p.id = i.owner_id
JOIN person_keys k ON k.key_id = i.key_id
WHERE i.owner_id = @owner_id
  AND (i.owner_id = @viewer_id OR (i.visible = 'manager' AND p.manager_id = @viewer_id))
ORDER BY CASE WHEN i.done_at IS NULL THEN 0 ELSE 1 END,
         CASE WHEN i.done_at IS NULL AND i.due IS NULL THEN 1 ELSE 0 END,
         CASE WHEN i.done_at IS NULL THEN i.due END,
         i.done_at DESC, i.created_at DESC, i.id DESC
LIMIT CAST(@max_rows AS BIGINT);
