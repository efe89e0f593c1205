-- name: AddAssessment :execrows
INSERT INTO assessments (id, rater_id, subject_id, capacity, role_id, revision, shared_through, created_at, version)
VALUES (@id, @rater_id, @subject_id, @capacity, @role_id, @revision, @shared_through, @created_at, 1)
ON CONFLICT DO NOTHING;

-- name: ChangeAssessment :execrows
UPDATE assessments
SET revision = @revision, shared_through = @shared_through, version = version + 1
WHERE id = @id AND rater_id = @rater_id AND version = @version;

-- name: CountAssessments :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM assessments WHERE id = @id AND rater_id = @rater_id;

-- name: Assessment :one
SELECT id, rater_id, subject_id, capacity, role_id, shared_through, created_at, version, revision
FROM assessments
WHERE rater_id = @rater_id AND subject_id = @subject_id AND capacity = @capacity AND role_id = @role_id;

-- name: ListAssessments :many
SELECT a.id, a.rater_id, a.subject_id, a.capacity, a.role_id, a.shared_through, a.created_at, a.version,
       CAST(CASE WHEN a.rater_id = @viewer_id THEN a.revision ELSE '' END AS TEXT) AS revision
FROM assessments a
JOIN people p ON p.id = a.subject_id
WHERE a.subject_id = @subject_id
  AND (a.rater_id = @viewer_id
       OR ((a.subject_id = @viewer_id OR p.manager_id = @viewer_id)
           AND EXISTS (SELECT 1 FROM ratings r
                       WHERE r.assessment_id = a.id AND r.subject_id = a.subject_id AND r.at <= a.shared_through)))
ORDER BY a.created_at DESC, a.id DESC
LIMIT CAST(@max_rows AS BIGINT);
