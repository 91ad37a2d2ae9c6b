-- Who put an item into the trash; null when its files were found gone.
alter table items add column deleted_by bigint;
