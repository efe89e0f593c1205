-- name: AddPerson :execrows
INSERT INTO people (id, name, name_key, email, team_id, manager_id, admin, joined_at, left_at, version)
VALUES (@id, @name, @name_key, @email, @team_id, @manager_id, @admin, @joined_at, @left_at, 1)
ON CONFLICT DO NOTHING;

-- name: AddPersonKey :exec
INSERT INTO person_keys (key_id, person_id, key, made_at)
VALUES (@key_id, @person_id, @key, @made_at);

-- name: PersonKey :one
SELECT key_id, key
FROM person_keys
WHERE person_id = @person_id AND key IS NOT NULL
ORDER BY made_at DESC, key_id DESC
LIMIT 1;

-- name: ChangePerson :execrows
UPDATE people
SET name = @name, name_key = @name_key, email = @email, team_id = @team_id, manager_id = @manager_id,
    admin = @admin, joined_at = @joined_at, left_at = @left_at, version = version + 1
WHERE people.id = @id AND people.version = @version
  AND NOT EXISTS (SELECT 1 FROM people o WHERE o.email = CAST(@email AS TEXT) AND o.email <> '' AND o.id <> @id);

-- name: Person :one
SELECT id, name, name_key, email, team_id, manager_id, admin, joined_at, left_at, version
FROM people
WHERE id = @id;

-- name: PersonByEmail :one
SELECT id, name, name_key, email, team_id, manager_id, admin, joined_at, left_at, version
FROM people
WHERE email = @email AND email <> '';

-- name: ListPeople :many
SELECT id, name, name_key, email, team_id, manager_id, admin, joined_at, left_at, version
FROM people
WHERE (CAST(@team_id AS TEXT) = '' OR team_id = @team_id)
  AND (CAST(@active_only AS BIGINT) = 0 OR left_at IS NULL)
  AND (CAST(@after_id AS TEXT) = '' OR name_key > @after_key OR (name_key = @after_key AND id > @after_id))
ORDER BY name_key, id
LIMIT CAST(@max_rows AS BIGINT);

-- name: ListReports :many
SELECT id, name, name_key, email, team_id, manager_id, admin, joined_at, left_at, version
FROM people
WHERE manager_id = CAST(@manager_id AS TEXT)
  AND (CAST(@team_id AS TEXT) = '' OR team_id = @team_id)
  AND (CAST(@active_only AS BIGINT) = 0 OR left_at IS NULL)
  AND (CAST(@after_id AS TEXT) = '' OR name_key > @after_key OR (name_key = @after_key AND id > @after_id))
ORDER BY name_key, id
LIMIT CAST(@max_rows AS BIGINT);
