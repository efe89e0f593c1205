-- name: AddEvidence :execrows
INSERT INTO evidence (id, owner_id, key, happened, kind, key_id, text_sealed, with_sealed, link_sealed,
                      visible, created_at, updated_at, version)
VALUES (@id, @owner_id, @key, @happened, @kind, @key_id, @text_sealed, @with_sealed, @link_sealed,
        @visible, @created_at, @updated_at, 1)
ON CONFLICT DO NOTHING;

-- name: AddEvidenceStatements :exec
INSERT INTO evidence_statements (evidence_id, place, statement_id, revision)
SELECT CAST(@evidence_id AS TEXT), CAST(key AS BIGINT), value->>0, value->>1
FROM json_each(@refs);

-- name: RemoveEvidenceStatements :exec
DELETE FROM evidence_statements WHERE evidence_id = @evidence_id;

-- name: ChangeEvidence :execrows
UPDATE evidence
SET happened = @happened, kind = @kind, key_id = @key_id, text_sealed = @text_sealed, with_sealed = @with_sealed,
    link_sealed = @link_sealed, visible = @visible, updated_at = @updated_at, version = version + 1
WHERE id = @id AND owner_id = @owner_id AND version = @version;

-- name: EvidenceIDByKey :one
SELECT id FROM evidence WHERE owner_id = @owner_id AND key = @key AND key <> '';

-- name: CountEvidence :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM evidence WHERE id = @id AND owner_id = @owner_id;

-- name: RemoveEvidence :execrows
DELETE FROM evidence WHERE id = @id AND owner_id = @owner_id;

-- name: EvidenceByID :one
SELECT e.id, e.owner_id, e.key, e.happened, e.kind, e.text_sealed, e.with_sealed, e.link_sealed,
       e.visible, e.created_at, e.updated_at, e.version, k.key_id, k.key AS seal,
       CAST(COALESCE((SELECT string_agg(s.statement_id || '@' || s.revision, ' ' ORDER BY s.place)
                      FROM evidence_statements s WHERE s.evidence_id = e.id), '') AS TEXT) AS refs
FROM evidence e
JOIN people p ON p.id = e.owner_id
JOIN person_keys k ON k.key_id = e.key_id
WHERE e.id = @id
  AND (e.owner_id = @viewer_id OR (e.visible = 'manager' AND p.manager_id = @viewer_id));

-- name: ListEvidence :many
SELECT e.id, e.owner_id, e.key, e.happened, e.kind, e.text_sealed, e.with_sealed, e.link_sealed,
       e.visible, e.created_at, e.updated_at, e.version, k.key_id, k.key AS seal,
       CAST(COALESCE((SELECT string_agg(s.statement_id || '@' || s.revision, ' ' ORDER BY s.place)
                      FROM evidence_statements s WHERE s.evidence_id = e.id), '') AS TEXT) AS refs
FROM evidence e
JOIN people p ON p.id = e.owner_id
JOIN person_keys k ON k.key_id = e.key_id
WHERE e.owner_id = @owner_id
  AND (e.owner_id = @viewer_id OR (e.visible = 'manager' AND p.manager_id = @viewer_id))
  AND (CAST(@statement_id AS TEXT) = ''
       OR EXISTS (SELECT 1 FROM evidence_statements f WHERE f.evidence_id = e.id AND f.statement_id = @statement_id))
  AND e.happened >= @since
  AND (CAST(@after_id AS TEXT) = '' OR e.happened < @after_happened
       OR (e.happened = @after_happened AND e.id < @after_id))
ORDER BY e.happened DESC, e.id DESC
LIMIT CAST(@max_rows AS BIGINT);
