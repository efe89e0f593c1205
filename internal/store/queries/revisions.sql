-- name: AddContent :exec
INSERT INTO contents (digest, content)
SELECT CAST(@digest AS TEXT), @content
WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE id = @revision_id)
ON CONFLICT DO NOTHING;

-- name: PutRevision :exec
INSERT INTO revisions (id, seq, at, subject, digest)
VALUES (@id, @seq, @at, @subject, @digest)
ON CONFLICT (id) DO UPDATE
SET seq = excluded.seq;

-- name: ListRevisions :many
SELECT id, seq, at, subject, digest
FROM revisions
ORDER BY seq, id
LIMIT CAST(@max_rows AS BIGINT);

-- name: RevisionContent :one
SELECT c.content
FROM revisions r
JOIN contents c ON c.digest = r.digest
WHERE r.id = @id;
