-- Names are listed in the order of a key, and an alias keeps the spelling a person sees.
alter table people add column sort_key text collate "C" not null default '';
alter table series add column sort_key text collate "C" not null default '';
alter table terms add column sort_key text collate "C" not null default '';
update people set sort_key = name_key;
update series set sort_key = name_key;
update terms set sort_key = name_key;
create index people_sorted on people (library_id, sort_key, id);
create index series_sorted on series (library_id, sort_key, id);
create index terms_sorted on terms (library_id, type, sort_key, id);

alter table people_aliases add column name text collate "C" not null default '';
alter table series_aliases add column name text collate "C" not null default '';
alter table term_aliases add column name text collate "C" not null default '';
create index people_aliases_person on people_aliases (person_id);
create index series_aliases_series on series_aliases (series_id);
create index term_aliases_term on term_aliases (term_id);
