-- name: PutDevice :execrows
INSERT INTO devices (hash, user_code, name, person_id, created_at, expires_at)
SELECT CAST(@hash AS TEXT), CAST(@user_code AS TEXT), CAST(@name AS TEXT), CAST(sqlc.narg(person_id) AS TEXT),
       CAST(@created_at AS BIGINT), CAST(@expires_at AS BIGINT)
WHERE NOT EXISTS (
  SELECT 1 FROM devices o
  WHERE o.user_code = @user_code AND o.hash <> @hash AND o.expires_at > @created_at)
ON CONFLICT (hash) DO UPDATE
SET user_code = excluded.user_code, name = excluded.name, person_id = excluded.person_id, expires_at = excluded.expires_at;

-- name: DeviceByHash :one
SELECT hash, user_code, name, person_id, created_at, expires_at
FROM devices
WHERE hash = @hash AND expires_at > @now;

-- name: DeviceByUserCode :one
SELECT hash, user_code, name, person_id, created_at, expires_at
FROM devices
WHERE user_code = @user_code AND expires_at > @now
ORDER BY created_at DESC, hash
LIMIT 1;

-- name: RemoveDevice :exec
DELETE FROM devices WHERE hash = @hash OR expires_at <= @now;
