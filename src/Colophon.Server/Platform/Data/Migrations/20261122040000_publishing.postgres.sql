-- What was written beside media for another program, run by run; a run has the id of the job that did it.
create table publish_runs (
    id bigint primary key,
    library_id bigint not null,
    -- null: the whole library
    item_id bigint,
    program text collate "C" not null,
    started_at bigint not null,
    ended_at bigint,
    undone_at bigint
);
create index publish_runs_library on publish_runs (library_id, id);

-- One row a file: noted before the disk is touched, closed after. Undo puts back what was there.
create table publish_changes (
    run_id bigint not null references publish_runs (id) on delete cascade,
    path text collate "C" not null,
    library_id bigint not null,
    item_id bigint not null,
    -- A type of asset, or nfo.
    content text collate "C" not null,
    action bigint not null,
    state bigint not null,
    -- As it was left; null when it was removed.
    sha256 text collate "C",
    size bigint,
    mtime_ns bigint,
    -- What was there before, which the data folder keeps; null when nothing was.
    before_sha256 text collate "C",
    reason text collate "C",
    at bigint not null,
    primary key (run_id, path)
);
create index publish_changes_item on publish_changes (item_id);
create index publish_changes_path on publish_changes (path);
create index publish_changes_open on publish_changes (library_id) where state = 0;
