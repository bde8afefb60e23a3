-- The audit trail: lines are added, never changed. The hash chains every line to the subject's line before it.
create schema trail;

create table trail.line (
    number       bigint generated always as identity primary key,
    at           timestamptz not null,
    actor        uuid,
    what         text        not null,
    subject      text        not null,
    organisation uuid,
    details      jsonb       not null,
    previous     bytea,
    hash         bytea       not null
);
create index line_subject on trail.line (subject, number);
create index line_organisation on trail.line (organisation, number) where organisation is not null;

create function trail.hash_of(l trail.line) returns bytea language sql immutable as $$
    select sha256(convert_to(concat_ws(
        E'\x1f', l.number::text, extract(epoch from l.at)::text, coalesce(l.actor::text, ''), l.what, l.subject,
        coalesce(l.organisation::text, ''), l.details::text, coalesce(encode(l.previous, 'hex'), '')), 'UTF8'))
$$;

create function trail.chain() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('trail:' || new.subject, 0));
    select hash into new.previous from trail.line where subject = new.subject order by number desc limit 1;
    new.hash := trail.hash_of(new);
    return new;
end $$;
create trigger chain before insert on trail.line for each row execute function trail.chain();

create function trail.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger refuse before update or delete on trail.line for each row execute function trail.refuse();
create trigger refuse_truncate before truncate on trail.line for each statement execute function trail.refuse();
