-- What was said in a scheme's own words (effective, 3/4, temporary-deficiency); null where it is the common word of `value`.
alter table assessment.answer add column word text;
alter table assessment.suggestion add column word text;
alter table assessment.answer_history add column word text, add column old_word text;
