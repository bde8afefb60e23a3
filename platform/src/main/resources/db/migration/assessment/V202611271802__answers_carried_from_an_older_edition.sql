-- An answer may come from an older edition of its scheme.
alter table assessment.answer_history drop constraint answer_history_cause_check;
alter table assessment.answer_history add constraint answer_history_cause_check
    check (cause in ('saved', 'overtaken', 'merged', 'imported', 'carried', 'affirmed', 'attached', 'detached'));
