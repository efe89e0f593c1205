-- name: ListRatingPins :many
SELECT n.subject_id, n.statement_id, n.revision, CAST(COUNT(*) AS BIGINT) AS n
FROM (SELECT w.subject_id, w.statement_id, w.revision,
             ROW_NUMBER() OVER (PARTITION BY w.subject_id, b.rater_id, b.capacity, w.statement_id
                                ORDER BY w.at DESC, w.id DESC) AS nth
      FROM ratings w
      JOIN assessments b ON b.id = w.assessment_id
      JOIN people p ON p.id = w.subject_id
      WHERE p.left_at IS NULL
     ) n
WHERE n.nth = 1
GROUP BY n.subject_id, n.statement_id, n.revision
ORDER BY n.subject_id, n.statement_id, n.revision
LIMIT CAST(@max_rows AS BIGINT);

-- name: ListEvidencePins :many
SELECT e.owner_id, s.statement_id, s.revision, CAST(COUNT(*) AS BIGINT) AS n
FROM evidence_statements s
JOIN evidence e ON e.id = s.evidence_id
JOIN people p ON p.id = e.owner_id
WHERE p.left_at IS NULL
GROUP BY e.owner_id, s.statement_id, s.revision
ORDER BY e.owner_id, s.statement_id, s.revision
LIMIT CAST(@max_rows AS BIGINT);
