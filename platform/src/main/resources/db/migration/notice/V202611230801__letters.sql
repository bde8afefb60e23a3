-- Letters: written in the transaction of their cause, sent by a job, kept until they are sent.
create schema notice;

create table notice.letter (
    id            uuid        not null primary key,
    kind          text        not null,
    to_address    text        not null,
    to_name       text        not null,
    language      text        not null check (language in ('ja', 'en')),
    subject       text        not null,
    body          text        not null,
    html          text        not null,
    created_at    timestamptz not null,
    -- A link that has ended is not worth a letter.
    useless_after timestamptz,
    state         text        not null default 'waiting' check (state in ('waiting', 'sent', 'too-late', 'given-up')),
    tries         int         not null default 0,
    next_try      timestamptz not null,
    sent_at       timestamptz,
    last_error    text
);
create index letter_waiting on notice.letter (next_try) where state = 'waiting';
create index letter_created on notice.letter (created_at desc);
