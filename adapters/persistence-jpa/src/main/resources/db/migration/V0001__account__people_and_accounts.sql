-- Why: who there is (organisations, people) and which mail accounts they connected, with their sign-ins and the state
-- of their synchronisation. Row-level security stands from the first row on: a transaction names its actor by
-- app.user_id and app.actor, and one that names nobody sees nothing, the owner of the tables included.
-- Lock: none that anybody could wait for, all tables are new. Duration: milliseconds, whatever the number of rows.

create function current_person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid;

create function is_house() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('app.actor', true), '') = 'house';

create table organisation (
    id   uuid not null,
    name text not null,
    constraint organisation_pk primary key (id)
);

-- Everybody joins this one until somebody arranges it otherwise.
insert into organisation (id, name) values ('00000000-0000-7000-8000-000000000001', 'Waxwing');

create table person (
    id              uuid not null,
    organisation_id uuid not null default '00000000-0000-7000-8000-000000000001',
    name            text not null,
    email_name      text not null,
    email_address   text not null,
    constraint person_pk primary key (id),
    constraint person_organisation_fk foreign key (organisation_id) references organisation (id)
);
create index person_organisation_ix on person (organisation_id);

create table account (
    id                uuid        not null,
    owner_id          uuid        not null,
    address_name      text        not null,
    address           text        not null,
    display_name      text        not null,
    incoming_host     text        not null,
    incoming_port     integer     not null,
    incoming_security text        not null,
    outgoing_host     text        not null,
    outgoing_port     integer     not null,
    outgoing_security text        not null,
    added_at          timestamptz not null,
    constraint account_pk primary key (id),
    constraint account_owner_key unique (id, owner_id),
    constraint account_person_fk foreign key (owner_id) references person (id)
);
-- Serves the foreign key and every policy; and the same form, sent twice at once, connects one account.
create unique index account_twin_key on account (owner_id, lower(address), lower(incoming_host));

create table account_credential (
    account_id uuid not null,
    -- AES-256-GCM as iv:authTag:ciphertext, each in hexadecimal
    sealed     text not null,
    constraint account_credential_pk primary key (account_id),
    constraint account_credential_account_fk foreign key (account_id) references account (id) on delete cascade
);

-- The owner is repeated here so that the house can find out which accounts there are without seeing the accounts.
create table account_sync (
    account_id      uuid        not null,
    owner_id        uuid        not null,
    phase           text        not null default 'IDLE',
    done            bigint      not null default 0,
    total           bigint      not null default 0,
    passes          bigint      not null default 0,
    since           timestamptz not null,
    holder          text,
    held_until      timestamptz,
    wanted          boolean     not null default false,
    last_success_at timestamptz,
    problem         text,
    problem_at      timestamptz,
    next_attempt_at timestamptz not null,
    constraint account_sync_pk primary key (account_id),
    constraint account_sync_account_fk foreign key (account_id, owner_id) references account (id, owner_id)
        on delete cascade,
    constraint account_sync_phase_ck check (phase in ('IDLE', 'SYNCING', 'ERROR', 'NEEDS_SIGN_IN')),
    constraint account_sync_holder_ck check ((holder is null) = (held_until is null)),
    constraint account_sync_problem_ck check ((problem is null) = (problem_at is null))
);
create index account_sync_owner_ix on account_sync (owner_id);
create index account_sync_due_ix on account_sync (next_attempt_at);

alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_of_members on organisation
    using (id = (select organisation_id from person where person.id = current_person()))
    with check (false);

alter table person enable row level security;
alter table person force row level security;
create policy person_themselves on person
    using (id = current_person())
    with check (id = current_person() and organisation_id = '00000000-0000-7000-8000-000000000001');

alter table account enable row level security;
alter table account force row level security;
create policy account_of_owner on account
    using (owner_id = current_person())
    with check (owner_id = current_person());

alter table account_credential enable row level security;
alter table account_credential force row level security;
create policy account_credential_of_owner on account_credential
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table account_sync enable row level security;
alter table account_sync force row level security;
create policy account_sync_of_owner on account_sync
    using (owner_id = current_person())
    with check (owner_id = current_person());
create policy account_sync_seen_by_house on account_sync for select using (is_house());
create policy account_sync_moved_by_house on account_sync for update using (is_house()) with check (is_house());

grant usage on schema ${flyway:defaultSchema} to ${appRole};
grant select on organisation to ${appRole};
grant select, insert (id, name, email_name, email_address), update (name, email_name, email_address) on person
    to ${appRole};
grant select, insert, delete on account to ${appRole};
grant select, insert, update (sealed) on account_credential to ${appRole};
grant select, insert on account_sync to ${appRole};
grant update (phase, done, total, passes, since, holder, held_until, wanted, last_success_at, problem, problem_at,
    next_attempt_at) on account_sync to ${appRole};
