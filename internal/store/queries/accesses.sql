-- name: AddAccess :execrows
INSERT INTO accesses (id, owner_id, reader_id, at, items)
VALUES (@id, @owner_id, @reader_id, @at, @items)
ON CONFLICT DO NOTHING;

-- name: ListAccesses :many
SELECT id, owner_id, reader_id, at, items
FROM accesses
WHERE owner_id = @owner_id AND reader_id <> owner_id
ORDER BY at DESC, id DESC
LIMIT CAST(@max_rows AS BIGINT);
