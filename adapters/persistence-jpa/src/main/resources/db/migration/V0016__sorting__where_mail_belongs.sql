-- Why: mail is sorted where it arrives. email says where a message belongs and whether its sender was let in;
-- mailbox_thread says on which shelf of the inbox its conversation stands, worked out with everything else, in place of
-- the mark of the Imbox alone. email_signs keeps what was seen of a message, so that it can be sorted again without its
-- source, and by whom it is, so that all mail of a sender is found at once. contact learns since when somebody is known
-- and whether they were answered. Decisions about senders are a person's, or the organisation's for everybody.
-- mail_history tells what was done to a message without its owner, and why.
-- Lock: mailbox_thread, thread, contact and correspondence exclusively while rows are written anew and indexes are made:
-- about half a minute for a million conversations. email only for an instant.

alter table email
    add column category  text not null default 'IMBOX',
    add column admission text not null default 'IN',
    add constraint email_category_ck check (category in ('IMBOX', 'FEED', 'PAPER_TRAIL')),
    add constraint email_admission_ck check (admission in ('IN', 'WAITING', 'OUT'));

-- on which of these shelves it stands, or stood last
alter table thread
    add column category text not null default 'IMBOX',
    add constraint thread_category_ck check (category in ('IMBOX', 'FEED', 'PAPER_TRAIL'));

create table email_signs (
    account_id    uuid        not null,
    email_id      uuid        not null,
    -- who stands first in From, in lower case; empty for nobody
    sender        text        not null,
    sender_domain text        not null generated always as (split_part(sender, '@', 2)) stored,
    -- on one line, without words of the message
    signs         text        not null,
    constraint email_signs_pk primary key (account_id, email_id),
    constraint email_signs_email_fk foreign key (account_id, email_id) references email (account_id, id)
        on delete cascade
);
create index email_signs_sender_ix on email_signs (account_id, sender, email_id);
create index email_signs_domain_ix on email_signs (account_id, sender_domain, email_id);

alter table mailbox_thread
    -- of the inbox, on which it stands; none when it is elsewhere, put away or muted
    add column shelf text,
    add constraint mailbox_thread_shelf_ck check (shelf in ('SCREENER', 'IMBOX', 'FEED', 'PAPER_TRAIL', 'OUT'));
-- the policies would hide everybody's mail from the owner of the schema
alter table mailbox_thread no force row level security;
update mailbox_thread set shelf = 'IMBOX' where imbox;
alter table mailbox_thread force row level security;
drop index mailbox_thread_imbox_ix;
drop index mailbox_thread_new_ix;
alter table mailbox_thread drop column imbox;
create index mailbox_thread_shelf_ix on mailbox_thread (account_id, mailbox_id, shelf, risen_at desc, thread_id desc)
    where shelf is not null;
create index mailbox_thread_new_ix on mailbox_thread (account_id, mailbox_id, shelf, risen_at desc, thread_id desc)
    where shelf is not null and (unread_count > 0 or fresh);

alter table contact
    -- when a server took in the first message from them; none when they never wrote
    add column first_received_at timestamptz,
    -- whether a message of theirs was ever answered
    add column answered boolean not null default false;
alter table contact no force row level security;
alter table correspondence no force row level security;
alter table email no force row level security;
update contact c set first_received_at = c.last_at where c.received > 0;
update contact c set answered = true
from (
    select distinct s.account_id, s.address
    from correspondence s
    join email own on own.account_id = s.account_id and own.source = s.message
    join email theirs on theirs.account_id = own.account_id and theirs.thread_id = own.thread_id
        and theirs.received_at <= own.received_at
    join correspondence r on r.account_id = s.account_id and r.address = s.address and r.direction = 'RECEIVED'
        and r.message = theirs.source
    where s.direction = 'SENT') found
where c.account_id = found.account_id and c.address = found.address;
alter table email force row level security;
alter table correspondence force row level security;
alter table contact force row level security;
grant update (first_received_at, answered) on contact to ${appRole};
-- for the function below, which asks across accounts
create index contact_address_ix on contact (address, account_id);
-- whether somebody of a domain was written to
create index contact_domain_ix on contact (account_id, split_part(address, '@', 2)) where sent > 0;

create table sender_decision (
    owner_id   uuid        not null,
    -- an address, or a domain, in lower case
    who        text        not null,
    verdict    text        not null,
    decided_at timestamptz not null,
    constraint sender_decision_pk primary key (owner_id, who),
    constraint sender_decision_person_fk foreign key (owner_id) references person (id) on delete cascade,
    constraint sender_decision_verdict_ck check (verdict in ('IN', 'OUT'))
);
alter table sender_decision enable row level security;
alter table sender_decision force row level security;
create policy sender_decision_of_owner on sender_decision
    using (owner_id = current_person())
    with check (owner_id = current_person());
grant select, insert, delete on sender_decision to ${appRole};
grant update (verdict, decided_at) on sender_decision to ${appRole};

-- Everybody goes by what the administrators of their organisation decide. Who is one is known to the application, not
-- here.
create table organisation_decision (
    organisation_id uuid        not null,
    who             text        not null,
    verdict         text        not null,
    decided_at      timestamptz not null,
    constraint organisation_decision_pk primary key (organisation_id, who),
    constraint organisation_decision_organisation_fk foreign key (organisation_id) references organisation (id)
        on delete cascade,
    constraint organisation_decision_verdict_ck check (verdict in ('IN', 'OUT'))
);
alter table organisation_decision enable row level security;
alter table organisation_decision force row level security;
create policy organisation_decision_of_members on organisation_decision
    using (organisation_id = (select organisation_id from person where id = current_person()))
    with check (organisation_id = (select organisation_id from person where id = current_person()));
grant select, insert, delete on organisation_decision to ${appRole};
grant update (verdict, decided_at) on organisation_decision to ${appRole};

-- How many other people have mail from these senders: a number, and nothing about who they are.
create function colleagues_who_know(addresses text[]) returns table (address text, people bigint)
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp
as $$
begin
    perform set_config('app.counting', 'on', true);
    return query
    select c.address, count(distinct a.owner_id)
    from contact c join account a on a.id = c.account_id join person p on p.id = a.owner_id
    where c.address = any (addresses) and a.owner_id <> current_person() and c.received > 0
        and p.organisation_id = (select me.organisation_id from person me where me.id = current_person())
    group by c.address;
    perform set_config('app.counting', 'off', true);
end
$$;
revoke all on function colleagues_who_know from public;
grant execute on function colleagues_who_know to ${appRole};
-- Only for that function: it runs as the owner of the schema, whom the policies bind as they bind everybody.
create policy contact_counted on contact for select to current_user
    using (current_setting('app.counting', true) = 'on');
create policy person_counted on person for select to current_user
    using (current_setting('app.counting', true) = 'on');
create policy account_counted on account for select to current_user
    using (current_setting('app.counting', true) = 'on');

create table mail_history (
    account_id uuid        not null,
    email_id   uuid        not null,
    at         timestamptz not null,
    -- orders what happened at the same moment
    position   bigint      not null generated always as identity,
    -- what did it: CLASSIFIER, LESSON, RULE, MODEL, SCREENER, PERSON
    engine     text        not null,
    -- the version of the classifier, or the id of the lesson or rule; may be empty
    reference  text        not null,
    -- what it did, in one word, and to what
    deed       text        not null,
    detail     text        not null,
    -- the grounds, heaviest first: [{"ground": "list_id", "arguments": []}, …]
    reasons    jsonb       not null,
    action_id  uuid,
    constraint mail_history_pk primary key (account_id, email_id, position),
    constraint mail_history_email_fk foreign key (account_id, email_id) references email (account_id, id)
        on delete cascade
);
create index mail_history_recent_ix on mail_history (account_id, at desc, position desc);
create index mail_history_person_ix on mail_history (account_id, position desc) where engine = 'PERSON';
alter table mail_history enable row level security;
alter table mail_history force row level security;
create policy mail_history_of_owner on mail_history
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
grant select, insert, delete on mail_history to ${appRole};

alter table email_signs enable row level security;
alter table email_signs force row level security;
create policy email_signs_of_owner on email_signs
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
grant select, insert, delete on email_signs to ${appRole};
grant update (signs) on email_signs to ${appRole};

create table person_habits (
    person_id uuid not null,
    -- a line for each feature, with how often it was met in each category
    habits    text not null,
    constraint person_habits_pk primary key (person_id),
    constraint person_habits_person_fk foreign key (person_id) references person (id) on delete cascade
);
alter table person_habits enable row level security;
alter table person_habits force row level security;
create policy person_habits_of_person on person_habits
    using (person_id = current_person())
    with check (person_id = current_person());
grant select, insert on person_habits to ${appRole};
grant update (habits) on person_habits to ${appRole};

create table job (
    id         uuid        not null,
    account_id uuid        not null,
    task       text        not null,
    -- what is worked by, as the task understands it; may be empty
    reference  text        not null,
    state      text        not null,
    -- the last message that was dealt with
    last_id    uuid,
    done       bigint      not null,
    total      bigint      not null,
    changed    bigint      not null,
    action_id  uuid        not null,
    started_at timestamptz not null,
    constraint job_pk primary key (account_id, id),
    constraint job_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint job_task_ck check (task in ('SORT', 'RULES')),
    constraint job_state_ck check (state in ('RUNNING', 'DONE', 'CANCELLED'))
);
create index job_recent_ix on job (account_id, started_at desc, id desc);
alter table job enable row level security;
alter table job force row level security;
create policy job_of_owner on job
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
grant select, insert on job to ${appRole};
grant update (state, last_id, done, total, changed) on job to ${appRole};

-- What was sorted, taught or decided: {"kind": "filed", …}. Of mail that was sorted, the column emails says which.
alter table mail_action_entry
    add column sorting jsonb,
    drop constraint mail_action_entry_kind_ck,
    add constraint mail_action_entry_kind_ck
        check ((keyword is null) = (present is null) and (from_id is null) = (to_id is null)
            and (threads is null) = (before is null) and (threads is null) = (after is null)
            and num_nonnulls(keyword, from_id, threads, sorting) = 1);

-- Who waits outside, to be shown by senders.
create index email_waiting_ix on email (account_id, received_at desc) where admission = 'WAITING';
