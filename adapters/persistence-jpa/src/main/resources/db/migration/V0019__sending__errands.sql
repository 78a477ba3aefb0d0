-- Why: what rules want sent is written down in the transaction that runs them, and sent afterwards, once. errand is that
-- queue: it names its message without a foreign key, because what is to be passed on has to go out although its owner may
-- have thrown it away meanwhile. automatic_answer says who was answered by which rule, forwarding_address to where mail
-- may be passed on. account_sync tells the house when an account has something to send, as it does for snoozed mail.
-- Lock: account_sync exclusively for an instant, for adding a column without a rewrite. The tables are new.

create table errand (
    account_id    uuid        not null,
    id            uuid        not null,
    -- the rule that wants it
    reference     text        not null,
    -- the message that caused it, as it was then
    email_id      uuid        not null,
    source        text        not null,
    from_name     text        not null,
    from_address  text        not null,
    subject       text        not null,
    received_at   timestamptz not null,
    category      text        not null,
    -- what is done
    kind          text        not null,
    target        text        not null,
    reply_subject text        not null,
    reply_text    text        not null,
    -- how far it is
    state         text        not null,
    attempts      integer     not null,
    written_at    timestamptz not null,
    begun_at      timestamptz not null,
    due_at        timestamptz not null,
    trouble       text        not null,
    constraint errand_pk primary key (account_id, id),
    constraint errand_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint errand_kind_ck check (kind in ('FORWARD', 'REPLY', 'WEBHOOK')),
    constraint errand_state_ck check (state in ('WAITING', 'TRYING', 'ENDING', 'SENT', 'FAILED', 'UNCERTAIN'))
);
create index errand_due_ix on errand (account_id, due_at) where state in ('WAITING', 'TRYING', 'ENDING');
create index errand_begun_ix on errand (account_id, begun_at) where attempts > 0 and kind <> 'WEBHOOK';
create index errand_email_ix on errand (account_id, email_id);
create index errand_over_ix on errand (account_id, due_at) where state in ('SENT', 'FAILED', 'UNCERTAIN');
alter table errand enable row level security;
alter table errand force row level security;
create policy errand_of_owner on errand
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
grant select, insert, delete on errand to ${appRole};
grant update (state, attempts, begun_at, due_at, trouble) on errand to ${appRole};

create table automatic_answer (
    owner_id    uuid        not null,
    reference   text        not null,
    -- an address in lower case
    sender      text        not null,
    answered_at timestamptz not null,
    -- who was answered before that is answered again: what the one who asks brings along
    silent_since timestamptz not null,
    constraint automatic_answer_pk primary key (owner_id, reference, sender),
    constraint automatic_answer_person_fk foreign key (owner_id) references person (id) on delete cascade
);
alter table automatic_answer enable row level security;
alter table automatic_answer force row level security;
create policy automatic_answer_of_person on automatic_answer
    using (owner_id = current_person())
    with check (owner_id = current_person());
grant select, insert on automatic_answer to ${appRole};
grant update (answered_at, silent_since) on automatic_answer to ${appRole};

create table forwarding_address (
    owner_id      uuid        not null,
    -- in lower case
    address       text        not null,
    -- what the code that was sent there is known by; none when it was shown
    seal          text,
    expires_at    timestamptz,
    attempts_left integer,
    shown_at      timestamptz,
    constraint forwarding_address_pk primary key (owner_id, address),
    constraint forwarding_address_person_fk foreign key (owner_id) references person (id) on delete cascade,
    constraint forwarding_address_proof_ck
        check (num_nonnulls(seal, expires_at, attempts_left) = 3 and shown_at is null
            or num_nonnulls(seal, expires_at, attempts_left) = 0 and shown_at is not null)
);
alter table forwarding_address enable row level security;
alter table forwarding_address force row level security;
create policy forwarding_address_of_person on forwarding_address
    using (owner_id = current_person())
    with check (owner_id = current_person());
grant select, insert, delete on forwarding_address to ${appRole};
grant update (seal, expires_at, attempts_left, shown_at) on forwarding_address to ${appRole};

-- when something of the account is to be looked at that is to be sent
alter table account_sync add column send_at timestamptz;
create index account_sync_send_ix on account_sync (send_at) where send_at is not null;
grant update (send_at) on account_sync to ${appRole};
