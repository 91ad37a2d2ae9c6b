-- Processes that work on jobs, each with its pulse. A row of a dead one is kept for a day, to be seen.
create table workers (
    id integer primary key autoincrement,
    process_id text not null unique,
    host text not null,
    version text not null,
    readers bigint not null,
    running bigint not null default 0,
    started_at bigint not null,
    heartbeat_at bigint not null
);

-- Jobs whose owner died before and that have begun again: the next death is held against these only.
create table job_starts (
    job_id bigint not null references jobs (id) on delete cascade,
    attempt bigint not null,
    primary key (job_id, attempt)
);
