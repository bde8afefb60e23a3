-- What a company says instead of our estimates, for its plans.
create schema outlook;

create table outlook.figure (
    organisation uuid        not null,
    measure      text        not null,
    effort_days  int         not null check (effort_days between 0 and 100000),
    once         bigint      not null check (once between 0 and 2147483647),
    yearly       bigint      not null check (yearly between 0 and 2147483647),
    lead_days    int         not null check (lead_days between 0 and 3660),
    at           timestamptz not null,
    by           uuid        not null,
    primary key (organisation, measure)
);

create table outlook.terms (
    organisation uuid         not null primary key,
    size         text         not null check (size in ('small', 'medium', 'large')),
    day_rate     bigint       not null check (day_rate between 0 and 10000000),
    people       numeric(6,1) not null check (people between 0.1 and 1000),
    years        int          not null check (years between 1 and 10),
    at           timestamptz  not null,
    by           uuid         not null
);
