-- Queues whose jobs a worker cannot do, as a JSON list; others do them as long as there are any.
alter table workers add column declines text not null default '[]';
