-- What the frameworks keep: sessions (shared by all instances) and events that were not yet handled.
create schema account;
create schema event;

create table account.session (
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create index session_expiry on account.session (expiry_time);
create index session_principal on account.session (principal_name);

create table account.session_attributes (
    session_primary_id char(36)     not null references account.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

create table event.event_publication (
    id                     uuid        not null primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized on event.event_publication using hash (serialized_event);
create index event_publication_completion on event.event_publication (completion_date);
