-- Lists of 100,000 items read a page from an index and know their total without counting twice (Catalog/Lists/README.md).

-- Grows with every change of a library's items, in the transaction that makes it: what was counted then still holds as
-- long as the number stands.
create table library_versions (
    library_id bigint primary key,
    version bigint not null
);
create trigger items_added after insert on items begin
    insert into library_versions (library_id, version) values (new.library_id, 1)
    on conflict (library_id) do update set version = version + 1;
end;
create trigger items_changed after update on items begin
    insert into library_versions (library_id, version) values (new.library_id, 1)
    on conflict (library_id) do update set version = version + 1;
end;
create trigger items_gone after delete on items begin
    insert into library_versions (library_id, version) values (old.library_id, 1)
    on conflict (library_id) do update set version = version + 1;
end;
create trigger item_files_gone after delete on item_files begin
    update library_versions set version = version + 1
    where library_id = (select library_id from items where id = old.item_id);
end;

-- A key that is never null: items without a date come first, and a cursor can name its place on both databases.
alter table items add column release_key text generated always as (coalesce(release_date, '')) virtual;
drop index items_by_release;
create index items_by_release on items (library_id, kind, release_key, id) where missing_since is null;

-- For the filters that no link table answers.
create index items_language on items (library_id, kind, language, id) where missing_since is null;
create index items_review on items (library_id, kind, id) where state = 'enrichment_failed';
create index files_format on files (library_id, format, id);
drop index item_files_file;
create index item_files_file on item_files (file_id, item_id);

-- The tokens come ready made and are only stored and matched: a tokenizer that splits nothing (ascii), and neither
-- positions nor sizes, which no query asks for.
create virtual table search_words using fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0);
insert into search_words (rowid, words) select rowid, words from search;
drop table search;
alter table search_words rename to search;
