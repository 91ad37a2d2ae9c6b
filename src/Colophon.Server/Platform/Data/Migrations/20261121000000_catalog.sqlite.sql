-- Times are UTC milliseconds, enums and flags numbers, JSON text that no SQL looks into (docs/decisions/0004-plain-sql.md).

create table libraries (
    id integer primary key autoincrement,
    name text not null,
    type text not null,
    options text not null,
    created_at bigint not null,
    updated_at bigint not null,
    deleted_at bigint
);
create unique index libraries_name on libraries (name) where deleted_at is null;

create table library_roots (
    id integer primary key autoincrement,
    library_id bigint not null references libraries (id) on delete cascade,
    path text not null unique,
    available bigint not null default 1,
    last_seen_at bigint
);
create index library_roots_library on library_roots (library_id);

create table units (
    id integer primary key autoincrement,
    library_id bigint not null references libraries (id),
    root_id bigint not null references library_roots (id),
    relative_path text not null,
    sort_path blob not null,
    fingerprint bigint,
    depth bigint not null default 0,
    reader_version bigint not null default 0,
    revision bigint not null default 0,
    scanned_at bigint
);
create unique index units_path on units (root_id, relative_path);
create index units_walk on units (root_id, sort_path);

create table items (
    id integer primary key autoincrement,
    library_id bigint not null references libraries (id),
    kind text not null,
    parent_id bigint references items (id),
    unit_id bigint references units (id),
    identity_key text not null,
    title text not null,
    title_key text not null,
    author_key text not null default '',
    series_key text not null default '',
    year bigint,
    index_number double precision,
    release_date text,
    language text,
    duration double precision,
    size bigint not null default 0,
    rating double precision,
    state text not null,
    metadata text not null,
    sources text not null,
    locks text not null default '{}',
    cover_asset_id bigint,
    revision bigint not null default 1,
    missing_since bigint,
    excluded bigint not null default 0,
    added_at bigint not null,
    updated_at bigint not null
);
create unique index items_identity on items (library_id, kind, coalesce(parent_id, 0), identity_key);
create index items_unit on items (unit_id);
create index items_parent on items (parent_id);
create index items_by_title on items (library_id, kind, title_key, id) where missing_since is null;
create index items_by_author on items (library_id, kind, author_key, id) where missing_since is null;
create index items_by_series on items (library_id, kind, series_key, id) where missing_since is null;
create index items_by_added on items (library_id, kind, added_at, id) where missing_since is null;
create index items_by_updated on items (library_id, kind, updated_at, id) where missing_since is null;
create index items_by_release on items (library_id, kind, release_date, id) where missing_since is null;
create index items_missing on items (library_id, kind, missing_since) where missing_since is not null;

create table files (
    id integer primary key autoincrement,
    unit_id bigint not null references units (id),
    library_id bigint not null references libraries (id),
    root_id bigint not null references library_roots (id),
    relative_path text not null,
    name text not null,
    format text not null,
    size bigint not null,
    mtime_ns bigint not null,
    quick_hash bigint,
    metadata text not null,
    sources text not null,
    locks text not null default '{}',
    cover_asset_id bigint,
    duration double precision,
    page_count bigint,
    streams text,
    chapters text,
    findings text not null default '[]',
    has_error bigint not null default 0,
    missing_since bigint,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index files_path on files (root_id, relative_path);
create index files_unit on files (unit_id);
create index files_content on files (library_id, size, quick_hash);
create index files_error on files (library_id) where has_error = 1;

create table item_files (
    item_id bigint not null references items (id) on delete cascade,
    file_id bigint not null references files (id) on delete cascade,
    role text not null,
    position bigint not null default 0,
    start_s double precision,
    end_s double precision,
    assigned_by text not null default 'scan',
    primary key (item_id, file_id)
);
create index item_files_file on item_files (file_id);

create table evidence (
    id integer primary key autoincrement,
    item_id bigint not null references items (id) on delete cascade,
    file_id bigint references files (id) on delete cascade,
    source text not null,
    origin text not null,
    unit_id bigint references units (id),
    document text not null,
    observed_at bigint not null
);
create unique index evidence_origin on evidence (item_id, coalesce(file_id, 0), source, origin);
create index evidence_file on evidence (file_id);

create table people (
    id integer primary key autoincrement,
    library_id bigint not null references libraries (id),
    name text not null,
    name_key text not null,
    sort_name text not null,
    edited bigint not null default 0,
    unused_since bigint
);
create unique index people_key on people (library_id, name_key);

create table people_aliases (
    library_id bigint not null references libraries (id),
    name_key text not null,
    person_id bigint not null references people (id) on delete cascade,
    primary key (library_id, name_key)
);

create table terms (
    id integer primary key autoincrement,
    library_id bigint not null references libraries (id),
    type text not null,
    name text not null,
    name_key text not null,
    edited bigint not null default 0,
    unused_since bigint
);
create unique index terms_key on terms (library_id, type, name_key);

create table term_aliases (
    library_id bigint not null references libraries (id),
    type text not null,
    name_key text not null,
    term_id bigint not null references terms (id) on delete cascade,
    primary key (library_id, type, name_key)
);

create table series (
    id integer primary key autoincrement,
    library_id bigint not null references libraries (id),
    name text not null,
    name_key text not null,
    edited bigint not null default 0,
    unused_since bigint
);
create unique index series_by_key on series (library_id, name_key);

create table series_aliases (
    library_id bigint not null references libraries (id),
    name_key text not null,
    series_id bigint not null references series (id) on delete cascade,
    primary key (library_id, name_key)
);

create table item_people (
    item_id bigint not null references items (id) on delete cascade,
    file_id bigint references files (id) on delete cascade,
    person_id bigint not null references people (id),
    role text not null,
    character text,
    sort_name text,
    position bigint not null
);
create index item_people_item on item_people (item_id, position);
create index item_people_file on item_people (file_id) where file_id is not null;
create index item_people_person on item_people (person_id, role, item_id);

create table item_terms (
    item_id bigint not null references items (id) on delete cascade,
    file_id bigint references files (id) on delete cascade,
    term_id bigint not null references terms (id),
    position bigint not null
);
create index item_terms_item on item_terms (item_id, position);
create index item_terms_file on item_terms (file_id) where file_id is not null;
create index item_terms_term on item_terms (term_id, item_id);

create table item_series (
    item_id bigint not null references items (id) on delete cascade,
    series_id bigint not null references series (id),
    position bigint not null,
    number double precision,
    number_end double precision,
    unit text
);
create index item_series_item on item_series (item_id, position);
create index item_series_series on item_series (series_id, number, item_id);

create table item_identifiers (
    item_id bigint not null references items (id) on delete cascade,
    file_id bigint references files (id) on delete cascade,
    type text not null,
    value text not null,
    position bigint not null
);
create index item_identifiers_item on item_identifiers (item_id);
create index item_identifiers_file on item_identifiers (file_id) where file_id is not null;
create index item_identifiers_value on item_identifiers (value, type);

create table assets (
    id integer primary key autoincrement,
    item_id bigint not null references items (id) on delete cascade,
    file_id bigint references files (id) on delete cascade,
    type text not null,
    language text,
    source text not null,
    origin text not null,
    url text,
    extract text,
    width bigint,
    height bigint,
    size bigint,
    sha256 text,
    cache_path text,
    score double precision,
    score_parts text,
    selected bigint not null default 0,
    locked bigint not null default 0,
    rejected bigint not null default 0,
    error text,
    created_at bigint not null,
    updated_at bigint not null
);
create unique index assets_origin on assets (item_id, coalesce(file_id, 0), type, source, origin);
create index assets_file on assets (file_id) where file_id is not null;
create index assets_content on assets (sha256) where sha256 is not null;

create table written_files (
    path text primary key,
    size bigint not null,
    mtime_ns bigint not null,
    sha256 text not null
);

create table scans (
    id integer primary key autoincrement,
    job_id bigint not null,
    library_id bigint not null references libraries (id),
    status text not null,
    directories_found bigint not null default 0,
    directories_ignored bigint not null default 0,
    directories_unchanged bigint not null default 0,
    directories_queued bigint not null default 0,
    directories_total bigint not null default 0,
    directories_scanned bigint not null default 0,
    directories_failed bigint not null default 0,
    items_found bigint not null default 0,
    items_new bigint not null default 0,
    items_updated bigint not null default 0,
    items_missing bigint not null default 0,
    assets_queued bigint not null default 0,
    assets_cached bigint not null default 0,
    assets_failed bigint not null default 0,
    assets_by_type text not null default '{}',
    enrichment_queued bigint not null default 0,
    enrichment_completed bigint not null default 0,
    enrichment_failed bigint not null default 0,
    enrichment_deferred bigint not null default 0,
    errors_count bigint not null default 0,
    last_error text,
    warnings text not null default '[]',
    failure text,
    current_operation text,
    options text not null,
    cancelled_at bigint,
    started_at bigint not null,
    discovery_completed_at bigint,
    reconciled_at bigint,
    scanning_completed_at bigint,
    caching_completed_at bigint,
    completed_at bigint,
    updated_at bigint not null
);
create index scans_library on scans (library_id, id);
create index scans_status on scans (status, id);
create index scans_job on scans (job_id);

create table scan_suspects (
    scan_id bigint not null references scans (id) on delete cascade,
    unit_id bigint not null,
    primary key (scan_id, unit_id)
);

create table scan_errors (
    id integer primary key autoincrement,
    scan_id bigint not null references scans (id) on delete cascade,
    job_id bigint,
    job_type text,
    item_id bigint,
    file_id bigint,
    path text,
    code text not null,
    message text not null,
    attempts bigint not null default 1,
    created_at bigint not null,
    resolved_at bigint
);
create index scan_errors_scan on scan_errors (scan_id, id);
create index scan_errors_job on scan_errors (job_id);

create table scan_items (
    scan_id bigint not null references scans (id) on delete cascade,
    item_id bigint,
    kind text not null,
    title text not null,
    path text not null,
    change text not null,
    job_id bigint,
    id integer primary key autoincrement
);
create index scan_items_scan on scan_items (scan_id, change, id);

create table changes (
    id integer primary key autoincrement,
    item_id bigint not null references items (id) on delete cascade,
    file_id bigint,
    source text not null,
    user_id bigint,
    job_id bigint,
    at bigint not null,
    undone_at bigint,
    fields text not null
);
create index changes_item on changes (item_id, id);

create table users (
    id integer primary key autoincrement,
    username text not null,
    username_key text not null unique,
    password_hash text not null,
    role text not null,
    all_libraries bigint not null default 0,
    active bigint not null default 1,
    created_at bigint not null,
    updated_at bigint not null
);

create table roles (
    name text primary key,
    permissions text not null,
    built_in bigint not null default 0
);

create table sessions (
    token_hash text primary key,
    user_id bigint not null references users (id) on delete cascade,
    created_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null
);
create index sessions_user on sessions (user_id);

create table api_keys (
    id integer primary key autoincrement,
    user_id bigint not null references users (id) on delete cascade,
    name text not null,
    key_hash text not null unique,
    scopes text not null,
    created_at bigint not null,
    last_used_at bigint,
    expires_at bigint
);

create table library_access (
    user_id bigint not null references users (id) on delete cascade,
    library_id bigint not null references libraries (id) on delete cascade,
    primary key (user_id, library_id)
);

create table audit (
    id integer primary key autoincrement,
    at bigint not null,
    user_id bigint,
    action text not null,
    detail text
);

create table settings (
    key text primary key,
    value text not null
);

-- rowid = item id; the tokens come ready made (Platform/Data/SearchIndex.cs).
create virtual table search using fts5 (words, tokenize = 'unicode61 remove_diacritics 0');
