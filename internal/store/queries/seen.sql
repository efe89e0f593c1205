-- name: PutSeen :exec
INSERT INTO seen (reader_id, subject_id, revision, at)
VALUES (@reader_id, @subject_id, @revision, @at)
ON CONFLICT (reader_id, subject_id) DO UPDATE
SET revision = excluded.revision, at = excluded.at;

-- name: Seen :one
SELECT reader_id, subject_id, revision, at
FROM seen
WHERE reader_id = @reader_id AND subject_id = @subject_id;
