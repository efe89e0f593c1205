-- name: RemoveInvites :exec
DELETE FROM invites WHERE COALESCE(person_id, '') = CAST(@person_id AS TEXT);

-- name: AddInvite :execrows
INSERT INTO invites (hash, person_id, created_at, expires_at)
VALUES (@hash, @person_id, @created_at, @expires_at)
ON CONFLICT DO NOTHING;

-- name: Invite :one
SELECT hash, person_id, created_at, expires_at
FROM invites
WHERE hash = @hash AND expires_at > @now;

-- name: UseInvite :execrows
DELETE FROM invites WHERE hash = @hash;
