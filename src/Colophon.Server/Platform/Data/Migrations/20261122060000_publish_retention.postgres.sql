-- From then on a run cannot be taken back; its last words on files stay while they stand.
alter table publish_runs add column expired_at bigint;
-- Which contents are still referred to.
create index publish_changes_before on publish_changes (before_sha256) where before_sha256 is not null;
