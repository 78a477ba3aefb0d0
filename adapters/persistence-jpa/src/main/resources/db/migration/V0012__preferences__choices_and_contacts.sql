-- Why: what people choose about their pages, one row each, merged choice by choice; and the people an account knows,
-- one row for each address instead of one for each message, so that they can be found while their name is being typed.
-- Lock: correspondence and email are locked exclusively while addresses are counted and names looked up once, some
-- seconds for a million messages. The policies would hide everybody's mail from the owner of the schema, so they rest for
-- the length of this transaction, in which nobody else gets at the tables.

create table preferences (
    person_id uuid  not null,
    -- {"theme": "dark", …}: only what differs from what is usual, or did
    chosen    jsonb not null,
    constraint preferences_pk primary key (person_id),
    constraint preferences_person_fk foreign key (person_id) references person (id) on delete cascade
);

create table contact (
    account_id uuid        not null,
    -- in lower case
    address    text        not null,
    -- as it was last spelt; empty when nobody ever gave one
    name       text        not null default '',
    received   bigint      not null,
    sent       bigint      not null,
    last_at    timestamptz not null,
    constraint contact_pk primary key (account_id, address),
    constraint contact_account_fk foreign key (account_id) references account (id) on delete cascade
);

alter table correspondence no force row level security;
alter table email no force row level security;

insert into contact (account_id, address, received, sent, last_at)
select account_id, address, count(*) filter (where direction = 'RECEIVED'),
    count(*) filter (where direction = 'SENT'), max(at)
from correspondence group by account_id, address;

update contact set name = left(spelt.name, 200)
from (
    select distinct on (e.account_id, lower(f.writer ->> 'email'))
        e.account_id, lower(f.writer ->> 'email') as address, btrim(f.writer ->> 'name') as name
    from email e cross join lateral jsonb_array_elements(e.from_list) as f (writer)
    where btrim(f.writer ->> 'name') <> ''
    order by e.account_id, lower(f.writer ->> 'email'), e.received_at desc) spelt
where contact.account_id = spelt.account_id and contact.address = spelt.address;

alter table email force row level security;
alter table correspondence force row level security;

alter table preferences enable row level security;
alter table preferences force row level security;
create policy preferences_of_person on preferences
    using (person_id = current_person())
    with check (person_id = current_person());

alter table contact enable row level security;
alter table contact force row level security;
create policy contact_of_owner on contact
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

grant select, insert on preferences to ${appRole};
grant update (chosen) on preferences to ${appRole};
grant select, insert on contact to ${appRole};
grant update (name, received, sent, last_at) on contact to ${appRole};
