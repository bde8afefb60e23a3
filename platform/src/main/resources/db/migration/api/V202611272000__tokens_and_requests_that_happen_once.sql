-- The programs of a company: their tokens, and what was answered to requests that shall happen once.
create schema api;

-- Only the hash of a token is kept: who reads the database can call nothing.
create table api.token (
    id           uuid        not null primary key,
    organisation uuid        not null references organisation.organisation,
    hash         bytea       not null unique check (length(hash) = 32),
    -- Its last characters, so that people tell tokens apart.
    ending       text        not null,
    name         text        not null check (name <> ''),
    access       text        not null check (access in ('read', 'write')),
    created_at   timestamptz not null,
    created_by   uuid        not null references account.account,
    expires_at   timestamptz not null check (expires_at <= created_at + interval '366 days'),
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   uuid references account.account
);
create index token_organisation on api.token (organisation, created_at);

-- A row is written in the transaction of the effect it tells of, so there is never one without the other.
create table api.once (
    organisation uuid        not null references organisation.organisation,
    key          text        not null,
    -- SHA-256 of method, address and body.
    fingerprint  bytea       not null,
    at           timestamptz not null,
    status       int         not null,
    location     text,
    body         text        not null,
    primary key (organisation, key)
);
create index once_at on api.once (at);
