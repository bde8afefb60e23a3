-- Evidence: rows tell of bytes that already lie in the store; neither is ever altered.
create schema evidence;

create table evidence.evidence (
    id           uuid        not null primary key,
    organisation uuid        not null references organisation.organisation,
    kind         text        not null check (kind in ('FILE', 'LINK', 'STATEMENT')),
    name         text        not null,
    digest       text check (digest ~ '^[0-9a-f]{64}$'),
    size         bigint      not null,
    media_type   text        not null,
    content      text,
    checked      text        not null check (checked in ('NONE', 'CLEAN', 'WAITING', 'INFECTED')),
    hidden       boolean     not null default false,
    at           timestamptz not null,
    by           uuid        not null references account.account,
    check ((kind = 'FILE') = (content is null)),
    check ((kind = 'LINK') = (digest is null))
);
create index evidence_organisation on evidence.evidence (organisation, at desc) where not hidden;
create index evidence_digest on evidence.evidence (digest);
create index evidence_waiting on evidence.evidence (at) where checked = 'WAITING';

create function evidence.keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'evidence is never deleted';
    end if;
    if (to_jsonb(new) - 'checked' - 'hidden') is distinct from (to_jsonb(old) - 'checked' - 'hidden') then
        raise exception 'evidence is never altered';
    end if;
    return new;
end $$;
create trigger keep before update or delete on evidence.evidence for each row execute function evidence.keep();
