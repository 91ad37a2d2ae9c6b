-- Keys that protect secrets, wrapped by a key that is not in the database (Platform/Protection).
create table protection_keys (
    name text primary key,
    content text not null,
    -- Which key has wrapped it, without telling the key.
    master text not null,
    created_at bigint not null
);
