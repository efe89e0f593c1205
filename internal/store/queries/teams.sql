-- name: AddTeam :execrows
INSERT INTO teams (id, name, name_key, version)
VALUES (@id, @name, @name_key, 1)
ON CONFLICT DO NOTHING;

-- name: ListTeams :many
SELECT id, name, version
FROM teams
ORDER BY name_key, id
LIMIT CAST(@max_rows AS BIGINT);
