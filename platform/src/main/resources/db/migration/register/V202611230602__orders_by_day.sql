-- Days and states go together (what expired, expired long ago), which the planner does not know: walking along the days
-- until enough rows of a state turn up can mean walking through all. So each choice of states has an index by day of its
-- own, and none that would do for any state is left to walk along.
drop index register.registration_registered;
drop index register.registration_until;
create index registration_any_registered on register.registration ((state <> ''), registered_on, certificate);
create index registration_any_until on register.registration ((state <> ''), valid_until, certificate);
create index registration_current_registered
    on register.registration ((state <> 'superseded'), registered_on, certificate);
create index registration_current_until on register.registration ((state <> 'superseded'), valid_until, certificate);
create index registration_state_registered on register.registration (state, registered_on, certificate);
create index registration_state_until on register.registration (state, valid_until, certificate);
