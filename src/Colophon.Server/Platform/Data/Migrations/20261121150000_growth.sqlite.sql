-- A statement on a table with a trigger for it copies each page before it changes it. New items are counted once a commit
-- (Catalog/Lists/CountGrowth.cs), and a change that no filter asks for, as of the cover, is not counted.
drop trigger items_added;
drop trigger items_changed;
create trigger items_changed after update of
    library_id, kind, parent_id, unit_id, identity_key, title, title_key, author_key, series_key,
    year, release_date, language, state, missing_since, excluded
on items begin
    insert into library_versions (library_id, version) values (new.library_id, 1)
    on conflict (library_id) do update set version = version + 1;
end;
