-- Buckets of turns that all processes share. In microseconds since 1970: when the bucket is full again, and before when nothing is taken.
create table rate_limits (
    bucket text collate "C" primary key,
    due bigint not null,
    paused_until bigint not null
);
