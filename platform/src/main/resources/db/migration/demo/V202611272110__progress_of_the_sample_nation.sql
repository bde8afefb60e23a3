-- How far the demo has played its nation. Stays empty anywhere else.
create schema demo;

create table demo.progress (
    nation text primary key,            -- SHA-256 of samples/nation.yaml
    steps integer not null check (steps > 0)
);
