-- Why: what receiving servers testified about a message is read once, when it is taken apart, so that lists can go by it;
-- and whose pictures a person always wants to see.
-- Lock: exclusive on email, for an instant: a new column without a default changes no row. Duration: milliseconds,
-- whatever the number of rows. Mail that is here already is looked at when it is opened.

-- the reports of Authentication-Results headers (RFC 8601), the latest first; null for mail that nobody has looked at
alter table email add column testimony jsonb;

create table image_trust (
    person_id uuid        not null,
    -- in lower case
    address   text        not null,
    since     timestamptz not null,
    constraint image_trust_pk primary key (person_id, address),
    constraint image_trust_person_fk foreign key (person_id) references person (id) on delete cascade
);

alter table image_trust enable row level security;
alter table image_trust force row level security;
create policy image_trust_of_person on image_trust
    using (person_id = current_person())
    with check (person_id = current_person());

grant select, insert, delete on image_trust to ${appRole};
