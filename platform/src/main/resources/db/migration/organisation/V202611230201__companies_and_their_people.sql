-- Companies, who may do what in them, and how people get in.
create schema organisation;

create table organisation.organisation (
    id           uuid        not null primary key,
    number       char(13)    not null unique,
    name         text        not null,
    kana         text        not null,
    english_name text,
    prefecture   char(2)     not null,
    industry     char(1)     not null,
    size         text        not null,
    website      text,
    created_at   timestamptz not null
);
create index organisation_kana on organisation.organisation (kana text_pattern_ops);

create table organisation.officer (
    organisation uuid not null references organisation.organisation,
    place        int  not null,
    name         text not null,
    kana         text not null,
    primary key (organisation, place)
);

create table organisation.membership (
    organisation uuid        not null references organisation.organisation,
    account      uuid        not null references account.account,
    roles        text[]      not null check (cardinality(roles) > 0),
    since        timestamptz not null,
    primary key (organisation, account)
);
create index membership_account on organisation.membership (account);

-- Only the hash of a link's token is kept: who reads the database cannot join.
create table organisation.invitation (
    id           uuid        not null primary key,
    organisation uuid        not null references organisation.organisation,
    token        bytea       not null unique,
    email        text        not null,
    role         text        not null,
    invited_by   uuid        not null references account.account,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    used_by      uuid references account.account,
    revoked_at   timestamptz,
    check (used_at is null or revoked_at is null)
);
create index invitation_organisation on organisation.invitation (organisation, invited_at);

create table organisation.join_request (
    id           uuid        not null primary key,
    organisation uuid        not null references organisation.organisation,
    account      uuid        not null references account.account,
    message      text        not null,
    at           timestamptz not null,
    answered_at  timestamptz,
    accepted     boolean
);
-- One open wish per person and company.
create unique index join_request_open on organisation.join_request (organisation, account) where answered_at is null;
