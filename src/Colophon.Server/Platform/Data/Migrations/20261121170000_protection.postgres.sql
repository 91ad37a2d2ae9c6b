-- Keys that protect secrets, wrapped by a key that is not in the database (Platform/Protection).
create table protection_keys (
    name text collate "C" primary key,
    content text collate "C" not null,
    -- Which key has wrapped it, without telling the key.
    master text collate "C" not null,
    created_at bigint not null
);
