-- The search has an index of its own (docs/adr/0013): what only served it goes.
alter table register.registration drop column needle, drop column terms;
drop index register.registration_name;
drop index register.registration_kana;
drop index register.registration_level;
drop index register.registration_any_registered;
drop index register.registration_any_until;
drop index register.registration_current_registered;
drop index register.registration_current_until;
drop index register.registration_state_registered;
drop index register.registration_state_until;
-- What changed since the index last looked.
create index registration_entry on register.registration (entry);
