-- Several units may speak of one container (its own folder, and the folders of what lies in it): each picture knows which
-- unit showed it, so that a unit that is read again takes back only its own.
alter table assets add column unit_id bigint;

-- What is wrong with the files beside a container, which has no file of its own to say it of.
alter table items add column findings text not null default '[]';
