-- Jobs and their logs. libraries (A1) is made by the migration before this one.
create table jobs (
    id integer primary key autoincrement,
    type text not null,
    queue text not null,
    status bigint not null,
    priority bigint not null,
    dedupe_key text,
    payload text not null,
    cursor text,
    library_id bigint references libraries (id),
    scan_id bigint,
    parent_id bigint,
    retry_of bigint,
    attempt bigint not null default 0,
    max_attempts bigint not null,
    crash_count bigint not null default 0,
    run_at bigint not null,
    process_id text,
    cancel_requested_at bigint,
    error text,
    created_at bigint not null,
    updated_at bigint not null,
    started_at bigint,
    finished_at bigint,
    -- 0 = short, 1 = long: a long job at the head of a queue must not hold up the short ones behind it
    line bigint not null default 0,
    -- 1 while run_at lies ahead: jobs of next week must cost a claim nothing
    scheduled bigint not null default 0,
    -- the dedupe key an ended job outside a scan gave up: it takes it again when it is reopened
    released_key text
);

-- The claim: status 0 = pending. The literal predicate is what lets the planner use it.
create index jobs_claim on jobs (line, queue, priority, id) where status = 0 and scheduled = 0;
create index jobs_due on jobs (run_at) where status = 0 and scheduled = 1;
create index jobs_running on jobs (process_id) where status = 1;
create unique index jobs_dedupe on jobs (dedupe_key) where dedupe_key is not null;
create index jobs_latest on jobs (type, library_id, created_at desc);
create index jobs_scan on jobs (scan_id, status, id) where scan_id is not null;
create index jobs_scan_newest on jobs (scan_id, id) where scan_id is not null;
create index jobs_parent on jobs (parent_id, id) where parent_id is not null;
create index jobs_top on jobs (created_at desc, id desc) where scan_id is null;
create index jobs_library on jobs (library_id, id) where scan_id is null and status < 2;
create index jobs_ended on jobs (finished_at) where status >= 2;

create table job_logs (
    id integer primary key autoincrement,
    job_id bigint not null references jobs (id) on delete cascade,
    level bigint not null,
    message text not null,
    data text,
    created_at bigint not null
);

create index job_logs_job on job_logs (job_id, id);

-- Scans and libraries whose waiting jobs are being closed; a row stays until the last one is, also over a restart.
create table job_sweeps (
    id integer primary key autoincrement,
    scan_id bigint,
    library_id bigint,
    last_job_id bigint not null,
    status bigint not null,
    error text,
    created_at bigint not null
);
