-- The public register. Entries, hashes and checkpoints are only ever added; the Merkle tree over them makes a change
-- behind the database's back visible to everybody (docs/reference/log.md).
create schema register;

-- One row: how far the log has come. Appending locks it, so numbers are dense and in the order of commits.
create table register.log (
    only_row boolean primary key default true check (only_row),
    origin   text   not null,
    vkey     text   not null,
    size     bigint not null check (size >= 0),
    peaks    bytea  not null
);

create table register.entry (
    number           bigint primary key check (number >= 0),
    at               timestamptz not null,
    certificate      text        not null,
    corporate_number text        not null,
    -- Canonical JSON, byte for byte what was hashed.
    content          text        not null,
    leaf             bytea       not null check (length(leaf) = 32)
);
create index entry_certificate on register.entry (certificate, number);
create index entry_company on register.entry (corporate_number, number);

-- Hashes of full tiles (C2SP tlog-tiles), from level 1 on; level 0 are the leaves.
create table register.node (
    level smallint not null check (level > 0),
    index bigint   not null check (index >= 0),
    hash  bytea    not null check (length(hash) = 32),
    primary key (level, index)
);

create table register.checkpoint (
    size bigint primary key,
    note text not null
);

-- What the newest entry says of each certificate: serves the search, and could be made anew from the entries.
create table register.registration (
    certificate      text collate "C"        primary key,
    corporate_number text collate "C"        not null,
    name             text collate "ja-x-icu" not null,
    kana             text collate "ja-x-icu" not null,
    english_name     text,
    prefecture       text                    not null,
    industry         text                    not null,
    scheme           text                    not null,
    edition          text                    not null,
    level            text collate "C"        not null,
    state            text                    not null,
    registered_on    date                    not null,
    valid_until      date                    not null,
    entry            bigint                  not null,
    -- Names in the search's own spelling.
    needle           text collate "C"        not null,
    -- Character pairs of the names, and the facts one can filter by: pg_trgm cannot find words of two characters.
    terms            text[]                  not null
);
create index registration_terms on register.registration using gin (terms) with (fastupdate = off);
create index registration_name on register.registration (name, certificate);
create index registration_kana on register.registration (kana, certificate);
create index registration_number on register.registration (corporate_number, certificate);
create index registration_level on register.registration (level, certificate);
create index registration_registered on register.registration (registered_on, certificate);
create index registration_until on register.registration (valid_until, certificate);
alter table register.registration alter column terms set statistics 500;

create function register.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the register is append-only';
end $$;

create function register.only_forward() returns trigger language plpgsql as $$
begin
    if new.size <= old.size or new.origin <> old.origin or new.vkey <> old.vkey then
        raise exception 'the register is append-only';
    end if;
    return new;
end $$;

create trigger refuse before update or delete on register.entry for each row execute function register.refuse();
create trigger refuse_truncate before truncate on register.entry for each statement execute function register.refuse();
create trigger refuse before update or delete on register.node for each row execute function register.refuse();
create trigger refuse_truncate before truncate on register.node for each statement execute function register.refuse();
create trigger refuse before update or delete on register.checkpoint for each row execute function register.refuse();
create trigger refuse_truncate before truncate on register.checkpoint
    for each statement execute function register.refuse();
create trigger only_forward before update on register.log for each row execute function register.only_forward();
create trigger refuse before delete on register.log for each row execute function register.refuse();
create trigger refuse_truncate before truncate on register.log for each statement execute function register.refuse();
