-- where a file stands among the parts of its item, as its tags say
alter table files add column disc bigint;
alter table files add column track bigint;
