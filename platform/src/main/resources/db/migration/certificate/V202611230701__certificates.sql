-- Applications, the operator's decisions, and the life of certificates. What a certificate says never changes;
-- every change of its state is an entry of the register too.
create schema certificate;

-- One row: the issuer's public key. An instance with another key must not start.
create table certificate.issuer_key (
    only_row boolean primary key default true check (only_row),
    jwk      text not null
);

create table certificate.application (
    id           uuid        primary key,
    assessment   uuid        not null,
    organisation uuid        not null,
    decision     text        not null check (decision in ('waiting', 'registered', 'refused')),
    applied_at   timestamptz not null,
    applied_by   uuid        not null,
    decided_at   timestamptz,
    decided_by   uuid,
    reason       text        not null default '',
    check ((decision = 'waiting') = (decided_at is null and decided_by is null)),
    check (decision <> 'refused' or reason <> '')
);
create unique index application_waiting on certificate.application (assessment) where decision = 'waiting';
create index application_assessment on certificate.application (assessment, applied_at);
create index application_decision on certificate.application (decision, applied_at);

-- Rows are locked while a number is given, so numbers are dense.
create table certificate.counter (
    name text   primary key,
    next bigint not null
);

create table certificate.certificate (
    number        text collate "C" primary key,
    serial        bigint      not null unique check (serial >= 0),
    assessment    uuid        not null unique,
    organisation  uuid        not null,
    scheme        text        not null,
    level         text        not null,
    state         text        not null check (state in ('registered', 'suspended', 'withdrawn', 'expired', 'superseded')),
    valid_from    date        not null,
    valid_until   date        not null,
    facts         text        not null,
    credential    text        not null,
    entry         bigint      not null unique,
    entry_content text        not null,
    registered_at timestamptz not null,
    changed_at    timestamptz not null,
    reason        text        not null default '',
    superseded_by text        references certificate.certificate (number)
);
create index certificate_organisation on certificate.certificate (organisation, serial);
create index certificate_until on certificate.certificate (valid_until) where state in ('registered', 'suspended');
-- The status lists are made from these.
create index certificate_ended on certificate.certificate (serial, state)
    where state in ('suspended', 'withdrawn', 'superseded');

create function certificate.only_state() returns trigger language plpgsql as $$
begin
    if (new.number, new.serial, new.assessment, new.organisation, new.facts, new.credential, new.entry, new.entry_content,
        new.valid_from, new.valid_until, new.registered_at)
       is distinct from
       (old.number, old.serial, old.assessment, old.organisation, old.facts, old.credential, old.entry, old.entry_content,
        old.valid_from, old.valid_until, old.registered_at) then
        raise exception 'what a certificate says never changes';
    end if;
    return new;
end $$;
create trigger only_state before update on certificate.certificate
    for each row execute function certificate.only_state();

-- What was told already, so that it is told once though several instances look.
create table certificate.told (
    subject text        not null,
    what    text        not null,
    due     date        not null,
    at      timestamptz not null,
    primary key (subject, what, due)
);
