-- Why: events wait here from the commit that told them until they are handed on. People only put in; the house takes.
-- Without foreign keys: an event may outlive what it is about.
-- Lock: none that anybody could wait for, the table is new. Duration: milliseconds, whatever the number of rows.

create table outbox (
    id           uuid        not null default gen_random_uuid(),
    -- the order in which events were told
    position     bigint      not null generated always as identity,
    owner_id     uuid        not null,
    -- of the payload's form: a node leaves alone what it cannot read
    version      integer     not null,
    payload      jsonb       not null,
    hidden_until timestamptz not null default '-infinity',
    constraint outbox_pk primary key (id),
    constraint outbox_position_key unique (position)
);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_filled_by_owner on outbox for insert with check (owner_id = current_person());
create policy outbox_of_house on outbox using (is_house()) with check (is_house());

grant select, delete, insert (owner_id, version, payload), update (hidden_until) on outbox to ${appRole};
