-- Why: with whom an account exchanged messages, each counted once. Outlives the messages: whoever wrote is known, also
-- when the mail was cleared away.
-- Lock: none that anybody could wait for, the table is new. Duration: milliseconds, whatever the number of rows.

create table correspondence (
    account_id uuid        not null,
    -- in lower case
    address    text        not null,
    direction  text        not null,
    -- what tells messages apart even when one moved and came back under another id: the SHA-256 of its source
    message    text        not null,
    at         timestamptz not null,
    constraint correspondence_pk primary key (account_id, address, direction, message),
    constraint correspondence_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint correspondence_direction_ck check (direction in ('RECEIVED', 'SENT'))
);

alter table correspondence enable row level security;
alter table correspondence force row level security;
create policy correspondence_of_owner on correspondence
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

grant select, insert, delete on correspondence to ${appRole};
