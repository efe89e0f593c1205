-- name: AddRating :execrows
INSERT INTO ratings (id, assessment_id, subject_id, statement_id, revision, value, key_id, words_sealed, at)
SELECT CAST(@id AS TEXT), a.id, a.subject_id, CAST(@statement_id AS TEXT), CAST(@revision AS TEXT),
       CAST(@value AS TEXT), CAST(@key_id AS TEXT), @words_sealed, CAST(@at AS BIGINT)
FROM assessments a
WHERE a.id = @assessment_id AND a.rater_id = @rater_id AND a.subject_id = @subject_id
  AND a.capacity = @capacity AND a.role_id = @role_id
ON CONFLICT DO NOTHING;

-- name: CountRatings :one
SELECT CAST(COUNT(*) AS BIGINT) AS n FROM ratings WHERE id = @id;

-- name: AddRatingEvidence :exec
INSERT INTO rating_evidence (rating_id, place, evidence_id)
SELECT CAST(@rating_id AS TEXT), CAST(key AS BIGINT), value->>0
FROM json_each(@ids);

-- name: ListRatings :many
SELECT r.id, r.assessment_id, a.rater_id, r.subject_id, a.capacity, a.role_id, r.statement_id, r.revision,
       r.value, r.words_sealed, r.at, k.key_id, k.key AS seal,
       CAST(CASE WHEN r.at <= a.shared_through THEN 1 ELSE 0 END AS BIGINT) AS shared,
       CAST(COALESCE((SELECT string_agg(x.evidence_id, ' ' ORDER BY x.place)
                      FROM rating_evidence x
                      JOIN evidence e ON e.id = x.evidence_id
                      JOIN people o ON o.id = e.owner_id
                      WHERE x.rating_id = r.id
                        AND (e.owner_id = @viewer_id OR (e.visible = 'manager' AND o.manager_id = @viewer_id))), '')
            AS TEXT) AS evidence_ids
FROM ratings r
JOIN assessments a ON a.id = r.assessment_id
JOIN people p ON p.id = r.subject_id
JOIN person_keys k ON k.key_id = r.key_id
WHERE r.subject_id = @subject_id
  AND (a.rater_id = @viewer_id
       OR (r.at <= a.shared_through AND (r.subject_id = @viewer_id OR p.manager_id = @viewer_id)))
  AND (CAST(@role_id AS TEXT) = '' OR a.role_id = @role_id)
  AND (CAST(@all_statements AS BIGINT) = 1 OR r.statement_id IN (SELECT key FROM json_each(@statements)))
ORDER BY r.at DESC, r.id DESC
LIMIT CAST(@max_rows AS BIGINT);

-- name: ListLatestRatings :many
SELECT r.id, r.assessment_id, a.rater_id, r.subject_id, a.capacity, a.role_id, r.statement_id, r.revision,
       r.value, r.words_sealed, r.at, k.key_id, k.key AS seal,
       CAST(CASE WHEN r.at <= a.shared_through THEN 1 ELSE 0 END AS BIGINT) AS shared,
       CAST(COALESCE((SELECT string_agg(x.evidence_id, ' ' ORDER BY x.place)
                      FROM rating_evidence x
                      JOIN evidence e ON e.id = x.evidence_id
                      JOIN people o ON o.id = e.owner_id
                      WHERE x.rating_id = r.id
                        AND (e.owner_id = @viewer_id OR (e.visible = 'manager' AND o.manager_id = @viewer_id))), '')
            AS TEXT) AS evidence_ids
FROM (SELECT w.id, ROW_NUMBER() OVER (PARTITION BY b.rater_id, b.capacity, w.statement_id
                                      ORDER BY w.at DESC, w.id DESC) AS nth
      FROM ratings w
      JOIN assessments b ON b.id = w.assessment_id
      JOIN people p ON p.id = w.subject_id
      WHERE w.subject_id = @subject_id
        AND (b.rater_id = @viewer_id
             OR (w.at <= b.shared_through AND (w.subject_id = @viewer_id OR p.manager_id = @viewer_id)))
        AND (CAST(@role_id AS TEXT) = '' OR b.role_id = @role_id)
        AND (CAST(@all_statements AS BIGINT) = 1 OR w.statement_id IN (SELECT key FROM json_each(@statements)))
     ) n
JOIN ratings r ON r.id = n.id
JOIN assessments a ON a.id = r.assessment_id
JOIN person_keys k ON k.key_id = r.key_id
WHERE n.nth = 1
ORDER BY r.at DESC, r.id DESC
LIMIT CAST(@max_rows AS BIGINT);
