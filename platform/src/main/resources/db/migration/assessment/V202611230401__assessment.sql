-- Self-assessments: scope, answers, their history, declarations, and who helps.
create schema assessment;

create table assessment.assessment (
    id           uuid        not null primary key,
    organisation uuid        not null,
    scheme       text        not null,
    edition      text        not null,
    level        text        not null,
    stage        text        not null check (stage in ('draft', 'declared', 'returned', 'confirmed', 'pledged', 'applied', 'registered', 'refused')),
    renews       uuid references assessment.assessment,
    -- Counts every change to answers and scope: what a page that polls compares.
    version      int         not null default 0,
    english      text        not null default '',
    created_at   timestamptz not null,
    created_by   uuid        not null
);
create index assessment_organisation on assessment.assessment (organisation, created_at);
create index assessment_renews on assessment.assessment (renews) where renews is not null;

create table assessment.scope_item (
    id         uuid not null primary key,
    assessment uuid not null references assessment.assessment,
    position   bigint generated always as identity,
    kind       text not null check (kind in ('site', 'network', 'system', 'cloud', 'exclusion')),
    name       text not null check (name <> ''),
    detail     text not null default ''
);
create index scope_item_assessment on assessment.scope_item (assessment, position);

create table assessment.answer (
    assessment uuid        not null references assessment.assessment,
    criterion  text        not null,
    value      text check (value in ('met', 'not-met', 'partial', 'not-applicable', 'unknown')),
    reason     text        not null,
    note       text        not null,
    version    int         not null check (version > 0),
    -- The assessment's version at this save, so that others fetch only what is newer.
    seen       int         not null,
    at         timestamptz not null,
    by         uuid        not null,
    name       text        not null,
    primary key (assessment, criterion)
);

-- Every save, every text that came too late to be saved, and evidence attached or detached (note = its name). Lines are
-- added, never changed.
create table assessment.answer_history (
    number     bigint generated always as identity primary key,
    assessment uuid        not null references assessment.assessment,
    criterion  text        not null,
    version    int         not null,
    cause      text        not null check (cause in ('saved', 'overtaken', 'merged', 'imported', 'affirmed', 'attached', 'detached')),
    value      text,
    reason     text        not null,
    note       text        not null,
    old_value  text,
    old_reason text        not null,
    old_note   text        not null,
    at         timestamptz not null,
    by         uuid        not null,
    name       text        not null
);
create index answer_history_criterion on assessment.answer_history (assessment, criterion, number);
create index answer_history_assessment on assessment.answer_history (assessment, number);

-- Last year's answers, to be affirmed one by one; they count for nothing until then.
create table assessment.suggestion (
    assessment uuid not null references assessment.assessment,
    criterion  text not null,
    value      text not null,
    reason     text not null,
    note       text not null,
    primary key (assessment, criterion)
);

create table assessment.evidence_link (
    assessment uuid        not null references assessment.assessment,
    criterion  text        not null,
    evidence   uuid        not null,
    at         timestamptz not null,
    by         uuid        not null,
    primary key (assessment, criterion, evidence)
);
create index evidence_link_evidence on assessment.evidence_link (evidence);

-- What was declared, byte for byte.
create table assessment.frozen (
    assessment uuid        not null references assessment.assessment,
    number     int         not null,
    json       bytea       not null,
    sha256     text        not null check (sha256 = encode(sha256(json), 'hex')),
    at         timestamptz not null,
    by         uuid        not null,
    primary key (assessment, number)
);

create table assessment.returned_item (
    assessment uuid        not null references assessment.assessment,
    round      int         not null,
    criterion  text        not null,
    comment    text        not null check (comment <> ''),
    at         timestamptz not null,
    by         uuid        not null,
    name       text        not null,
    primary key (assessment, round, criterion)
);

create table assessment.adviser (
    id              uuid        not null primary key,
    assessment      uuid        not null references assessment.assessment,
    email           text        not null,
    invited_at      timestamptz not null,
    invited_by      uuid        not null,
    valid_until     timestamptz not null,
    account         uuid,
    name            text        not null default '',
    employer        text        not null default '',
    employer_number text,
    accepted_at     timestamptz,
    ended_at        timestamptz
);
create index adviser_assessment on assessment.adviser (assessment, invited_at);
create index adviser_account on assessment.adviser (account) where account is not null;

create table assessment.duty_done (
    assessment uuid        not null references assessment.assessment,
    criterion  text        not null,
    day        date        not null,
    note       text        not null,
    at         timestamptz not null,
    by         uuid        not null,
    name       text        not null,
    primary key (assessment, criterion, day)
);

-- Who looks at which criterion just now. Worth nothing after a crash.
create unlogged table assessment.presence (
    assessment uuid        not null,
    account    uuid        not null,
    name       text        not null,
    criterion  text        not null,
    at         timestamptz not null,
    primary key (assessment, account)
);

create function assessment.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the history of answers and declarations is append-only';
end $$;
create trigger refuse before update or delete on assessment.answer_history for each row execute function assessment.refuse();
create trigger refuse_truncate before truncate on assessment.answer_history for each statement execute function assessment.refuse();
create trigger refuse before update or delete on assessment.frozen for each row execute function assessment.refuse();
create trigger refuse_truncate before truncate on assessment.frozen for each statement execute function assessment.refuse();
create trigger refuse before update or delete on assessment.returned_item for each row execute function assessment.refuse();
create trigger refuse_truncate before truncate on assessment.returned_item for each statement execute function assessment.refuse();
