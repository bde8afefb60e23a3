-- Who stands behind an assessment. Checks, confirmations and pledges are never altered once written.
create schema assurance;

create table assurance.expert (
    account      uuid        primary key,
    employer     text,                      -- corporate number, null for the self-employed
    listed       boolean     not null,      -- may be found by companies
    introduction text        not null,
    updated_at   timestamptz not null
);

create table assurance.qualification (
    id           uuid        primary key,
    account      uuid        not null references assurance.expert (account),
    kind         text        not null,
    number       text        not null,
    valid_from   date        not null,
    valid_until  date        check (valid_until >= valid_from),
    state        text        not null check (state in ('submitted', 'verified', 'refused', 'suspended')),
    reason       text        not null default '',
    submitted_at timestamptz not null,
    decided_at   timestamptz,
    decided_by   uuid
);
create index qualification_account on assurance.qualification (account);
-- One registration number belongs to one person; a claim by two is settled before either is verified.
create unique index qualification_number on assurance.qualification (kind, number)
    where state in ('verified', 'suspended');

create table assurance.advice (
    account uuid not null references assurance.expert (account),
    company text not null,
    until   date,
    noted_at timestamptz not null,
    primary key (account, company)
);

-- The relation of one expert to one assessment, from the invitation to its end.
create table assurance.engagement (
    id           uuid        primary key,
    assessment   uuid        not null,
    organisation uuid        not null,
    email        text        not null,
    expert       uuid,
    stage        text        not null check (stage in ('invited', 'accepted', 'declined', 'withdrawn')),
    invited_by   uuid        not null,
    invited_at   timestamptz not null,
    message      text        not null default '',
    declaration  jsonb,
    accepted_at  timestamptz,
    read_at      timestamptz,               -- when the expert last opened it
    ended_at     timestamptz,
    ended_by     uuid,
    reason       text        not null default ''
);
create unique index engagement_open on assurance.engagement (assessment) where stage in ('invited', 'accepted');
create index engagement_expert on assurance.engagement (expert);
create index engagement_email on assurance.engagement (lower(email));

create table assurance.independence_check (
    number     bigint generated always as identity primary key,
    engagement uuid        not null references assurance.engagement (id),
    occasion   text        not null check (occasion in ('invitation', 'acceptance', 'confirmation')),
    at         timestamptz not null,
    version    text        not null,
    rules      text        not null,
    refused    boolean     not null,
    ties       jsonb       not null
);
create index independence_check_engagement on assurance.independence_check (engagement, number);

-- A mark counts while the answer it was made on is the frozen one: after a return only what changed is read again.
create table assurance.mark (
    engagement uuid        not null references assurance.engagement (id),
    criterion  text        not null,
    answer     text        not null,       -- SHA-256 of the answer and its evidence as read
    mark       text        not null check (mark in ('reviewed', 'question')),
    comment    text        not null,
    at         timestamptz not null,
    primary key (engagement, criterion)
);

-- What somebody is shown and may sign within the hour.
create table assurance.draft (
    id         uuid        primary key,
    kind       text        not null check (kind in ('confirmation', 'pledge')),
    assessment uuid        not null,
    account    uuid        not null,
    at         timestamptz not null,
    title      text        not null,
    statement  bytea       not null
);
create index draft_at on assurance.draft (at);

create table assurance.confirmation (
    id                 uuid        primary key,
    assessment         uuid        not null,
    engagement         uuid        not null references assurance.engagement (id),
    expert             uuid        not null,
    frozen             text        not null,
    at                 timestamptz not null,
    statement          bytea       not null,
    digest             text        not null,
    credential         text        not null,
    public_key         bytea       not null,
    authenticator_data bytea       not null,
    client_data        bytea       not null,
    signature          bytea       not null,
    signed_at          timestamptz not null,
    expert_name        text        not null,
    qualification_kind text        not null,
    qualification_name_ja text     not null,
    qualification_name_en text     not null,
    qualification_number text      not null,
    valid_from         date        not null,
    valid_until        date,
    independence_ja    text        not null,
    independence_en    text        not null,
    unique (assessment, frozen, at)
);

create table assurance.pledge (
    id                 uuid        primary key,
    assessment         uuid        not null,
    confirmation       uuid        not null unique references assurance.confirmation (id),
    executive          uuid        not null,
    executive_name     text        not null,
    title              text        not null,
    at                 timestamptz not null,
    statement          bytea       not null,
    digest             text        not null,
    credential         text        not null,
    public_key         bytea       not null,
    authenticator_data bytea       not null,
    client_data        bytea       not null,
    signature          bytea       not null,
    signed_at          timestamptz not null
);
create index pledge_assessment on assurance.pledge (assessment);

create function assurance.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'signed statements and checks are append-only';
end $$;
create trigger refuse before update or delete on assurance.confirmation for each row execute function assurance.refuse();
create trigger refuse before update or delete on assurance.pledge for each row execute function assurance.refuse();
create trigger refuse before update or delete on assurance.independence_check for each row execute function assurance.refuse();
