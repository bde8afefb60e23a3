-- People, the links mailed to them, their passkeys and what they signed. The schema was made with the sessions.
create table account.account (
    id         uuid        not null primary key,
    email      text        not null unique check (email = lower(email)),
    name       text        not null,
    name_kana  text        not null default '',
    language   text        not null check (language in ('ja', 'en')),
    operator   boolean     not null default false,
    created_at timestamptz not null
);

-- A mailed link: only the SHA-256 of its token is kept. A used link stays a while, so that its page can say so.
create table account.link (
    hash        bytea       not null primary key,
    email       text        not null,
    name        text        not null,
    language    text        not null,
    continue_to text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index link_expires on account.link (expires_at);

-- Who asked for letters, to slow down those who ask too often. Hashes: the table needs no names.
create table account.link_request (
    number  bigint generated always as identity primary key,
    email   bytea       not null,
    address bytea       not null,
    at      timestamptz not null
);
create index link_request_email on account.link_request (email, at);
create index link_request_address on account.link_request (address, at);

-- A removed passkey stays: what it signed must remain explicable.
create table account.passkey (
    credential_id bytea       not null primary key,
    account       uuid        not null references account.account,
    label         text        not null,
    public_key    bytea       not null,
    aaguid        uuid        not null,
    counter       bigint      not null,
    synced        boolean     not null,
    transports    text[]      not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz,
    removed_at    timestamptz
);
create index passkey_account on account.passkey (account) where removed_at is null;

-- Every signature that was accepted; the assertion's digest refuses the same one a second time.
create table account.signature (
    assertion     bytea       not null primary key,
    account       uuid        not null references account.account,
    credential_id bytea       not null references account.passkey,
    statement     bytea       not null,
    at            timestamptz not null
);

-- A person at the outside OpenID Connect provider.
create table account.outside_identity (
    issuer  text        not null,
    subject text        not null,
    account uuid        not null references account.account,
    at      timestamptz not null,
    primary key (issuer, subject)
);
