-- Lists of 100,000 items read a page from an index and know their total without counting twice (Catalog/Lists/README.md).

-- Grows with every change of a library's items, in the transaction that makes it: what was counted then still holds as
-- long as the number stands.
create table library_versions (
    library_id bigint primary key,
    version bigint not null
);
-- At the end of the transaction, so that two nodes do not wait for each other's scan; once a transaction and library, as
-- long as its changes are not mixed with another's.
create function count_library_change(changed bigint) returns void language plpgsql as $$
declare
    mark text := pg_current_xact_id()::text || ':' || changed;
begin
    if current_setting('colophon.counted', true) is distinct from mark then
        insert into library_versions (library_id, version) values (changed, 1)
        on conflict (library_id) do update set version = library_versions.version + 1;
        perform set_config('colophon.counted', mark, true);
    end if;
end $$;
create function item_changed() returns trigger language plpgsql as $$
begin
    perform count_library_change(case when tg_op = 'DELETE' then old.library_id else new.library_id end);
    return null;
end $$;
create function item_file_gone() returns trigger language plpgsql as $$
begin
    perform count_library_change(library_id) from items where id = old.item_id;
    return null;
end $$;
create constraint trigger items_changed after insert or update or delete on items deferrable initially deferred
    for each row execute function item_changed();
create constraint trigger item_files_gone after delete on item_files deferrable initially deferred
    for each row execute function item_file_gone();

-- A key that is never null: items without a date come first, and a cursor can name its place on both databases.
alter table items add column release_key text collate "C" generated always as (coalesce(release_date, '')) stored;
drop index items_by_release;
create index items_by_release on items (library_id, kind, release_key, id) where missing_since is null;

-- For the filters that no link table answers.
create index items_language on items (library_id, kind, language, id) where missing_since is null;
create index items_review on items (library_id, kind, id) where state = 'enrichment_failed';
create index files_format on files (library_id, format, id);
drop index item_files_file;
create index item_files_file on item_files (file_id, item_id);
