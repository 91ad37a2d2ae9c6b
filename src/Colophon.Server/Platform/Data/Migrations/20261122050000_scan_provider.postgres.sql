-- The provider that the scan's enrichment asked last.
alter table scans add column enrichment_provider text collate "C";
