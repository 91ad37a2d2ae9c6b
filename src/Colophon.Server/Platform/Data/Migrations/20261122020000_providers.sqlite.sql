-- How this server goes by each provider, and how it fared last. A provider without a row is off.
create table providers (
    name text primary key,
    enabled bigint not null,
    address text,
    -- Encrypted (Platform/Protection).
    protected_key text,
    -- A limit instead of the provider's own: requests in seconds; 0 requests: none.
    requests bigint,
    seconds bigint,
    failures bigint not null default 0,
    -- Not asked before: the breaker is open.
    down_until bigint,
    trouble bigint,
    trouble_message text,
    trouble_at bigint
);

-- What providers answered, with its age; a body is brotli of JSON, null: there is no such thing.
create table provider_responses (
    provider text not null,
    request_hash text not null,
    request text not null,
    status bigint not null,
    body blob,
    fetched_at bigint not null,
    expires_at bigint not null,
    primary key (provider, request_hash)
);
create index provider_responses_expiry on provider_responses (expires_at);
