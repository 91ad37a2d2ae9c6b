-- What each item is called at each provider, and how that is known.
create table item_identities (
    item_id bigint not null references items (id) on delete cascade,
    provider text not null,
    id_type text not null,
    id_value text not null,
    -- identifier, search, person
    how text not null,
    score double precision,
    explanation text,
    -- Chosen by a person: nothing else may change it.
    pinned bigint not null default 0,
    updated_at bigint not null,
    primary key (item_id, provider)
);

-- What a search found that was not sure enough: a person chooses.
create table identity_candidates (
    item_id bigint not null references items (id) on delete cascade,
    provider text not null,
    id_type text not null,
    id_value text not null,
    score double precision not null,
    document text not null,
    found_at bigint not null,
    primary key (item_id, provider, id_type, id_value)
);

-- What a provider offers: small picture to look at, votes.
alter table assets add column preview_url text;
alter table assets add column votes bigint;
alter table assets add column rating double precision;

-- In use because nobody chose and nothing of the user's own is there.
alter table assets add column picked bigint not null default 0;
