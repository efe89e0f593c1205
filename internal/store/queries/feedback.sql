-- name: AddFeedback :execrows
INSERT INTO feedback (id, author_id, subject_id, tone, key_id, text_sealed, statement_id, revision, visible, at)
VALUES (@id, @author_id, @subject_id, @tone, @key_id, @text_sealed, @statement_id, @revision, @visible, @at)
ON CONFLICT DO NOTHING;

-- name: ListFeedback :many
SELECT f.id, f.author_id, f.subject_id, f.tone, f.text_sealed, f.statement_id, f.revision, f.visible, f.at,
       k.key_id, k.key AS seal
FROM feedback f
JOIN people p ON p.id = f.subject_id
JOIN person_keys k ON k.key_id = f.key_id
WHERE f.subject_id = @subject_id
  AND (f.author_id = @viewer_id OR f.subject_id = @viewer_id
       OR (f.visible = 'manager' AND p.manager_id = @viewer_id))
ORDER BY f.at DESC, f.id DESC
LIMIT CAST(@max_rows AS BIGINT);

-- name: ListFeedbackBy :many
SELECT f.id, f.author_id, f.subject_id, f.tone, f.text_sealed, f.statement_id, f.revision, f.visible, f.at,
       k.key_id, k.key AS seal
FROM feedback f
JOIN person_keys k ON k.key_id = f.key_id
WHERE f.author_id = @author_id
ORDER BY f.at DESC, f.id DESC
LIMIT CAST(@max_rows AS BIGINT);
