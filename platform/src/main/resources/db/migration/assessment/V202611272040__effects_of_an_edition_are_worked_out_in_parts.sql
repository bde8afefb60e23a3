-- What another edition would do to all stored assessments, worked out in parts by any instance. Recomputable: may be emptied.
create table assessment.effect_run (
    id          uuid        not null primary key,
    before_rule text        not null,
    after_rule  text        not null,
    total       int         not null,
    asked_at    timestamptz not null,
    asked_by    uuid        not null,
    ended_at    timestamptz,
    -- outdated: the file of an edition changed before the end.
    ended       text check (ended in ('done', 'outdated')),
    check ((ended_at is null) = (ended is null))
);
create unique index effect_run_once on assessment.effect_run (before_rule, after_rule) where ended_at is null;

-- Assessments from `first` up to `next`, all the rest when there is no next.
create table assessment.effect_part (
    run         uuid not null references assessment.effect_run,
    number      int  not null,
    first       uuid not null,
    next        uuid,
    assessments int  not null,
    done_at     timestamptz,
    primary key (run, number)
);
create index effect_part_waiting on assessment.effect_part (run, number) where done_at is null;

create table assessment.effect_count (
    run     uuid not null,
    part    int  not null,
    stage   text not null,
    outcome text not null,
    number  int  not null,
    primary key (run, part, stage, outcome),
    foreign key (run, part) references assessment.effect_part
);

-- Applied for or registered, and not staying met.
create table assessment.effect_named (
    run          uuid not null,
    part         int  not null,
    assessment   uuid not null references assessment.assessment,
    organisation uuid not null,
    level        text not null,
    outcome      text not null,
    to_affirm    int  not null,
    missing      int  not null,
    primary key (run, part, assessment),
    foreign key (run, part) references assessment.effect_part
);
