-- New items are counted once a commit (Catalog/Lists/CountGrowth.cs), and a change that no filter asks for, as of the
-- cover, is not counted.
drop trigger items_changed on items;
create constraint trigger items_changed after delete or update of
    library_id, kind, parent_id, unit_id, identity_key, title, title_key, author_key, series_key,
    year, release_date, language, state, missing_since, excluded
on items deferrable initially deferred for each row execute function item_changed();
