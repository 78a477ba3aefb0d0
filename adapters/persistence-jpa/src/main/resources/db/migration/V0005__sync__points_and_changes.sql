-- Why: how far each folder is followed (RFC 7162), what was done here and waits to be done at the server, what can be
-- undone, what servers refused, and what a folder is for when its owner knows better than its server.
-- A message that was moved here is shown in its new folder by a copy under validity 0, whose UID is the position of the
-- change; the copy that the server still has is in departing_copy. So everything that shows mail needs to know nothing
-- of all this.
-- Lock: mailbox, email and account_sync exclusively for adding columns without a rewrite, and for one update of mailbox:
-- well below a second for thousands of folders; two indexes on email, a few seconds for a million rows.

alter table mailbox
    add column remote_path text,
    add column server_role text,
    add column chosen_role text,
    add column leaving boolean not null default false,
    add column point_validity bigint,
    add column uid_next bigint,
    add column remote_messages bigint not null default -1,
    add column mod_seq bigint not null default 0,
    add column undelivered bigint not null default 0,
    add column per_second double precision not null default 0,
    add column caught_up_at timestamptz,
    add column problem text,
    add column problem_at timestamptz,
    add constraint mailbox_problem_ck check ((problem is null) = (problem_at is null)),
    add constraint mailbox_chosen_ck
        check (chosen_role in ('DRAFTS', 'SENT', 'ARCHIVE', 'NONE', 'JUNK', 'TRASH'));
-- the owner is bound by row-level security too, and would see no folder to fill in
alter table mailbox no force row level security;
update mailbox set remote_path = path, server_role = role;
alter table mailbox force row level security;
alter table mailbox alter column server_role set not null;

alter table email
    add column remote_id text,
    -- of subject and people, for answers that do not say what they answer
    add column likeness bigint;
create index email_remote_ix on email (account_id, remote_id) where remote_id is not null;
create index email_likeness_ix on email (account_id, likeness) where likeness is not null;

alter table account_sync
    add column attempts integer not null default 0,
    add column full_due_at timestamptz not null default '-infinity',
    add column compared_at timestamptz,
    add column repaired bigint not null default 0,
    drop constraint account_sync_phase_ck,
    add constraint account_sync_phase_ck check (phase in ('IDLE', 'SYNCING', 'ERROR', 'NEEDS_SIGN_IN', 'PAUSED'));

create table pending_change (
    account_id uuid        not null,
    position   bigint      not null generated always as identity,
    kind       text        not null,
    state      text        not null default 'WAITING',
    email_id   uuid,
    -- where a message comes from, or which folder this is about
    mailbox_id uuid,
    target_id  uuid,
    keyword    text,
    present    boolean,
    since      timestamptz not null default now(),
    constraint pending_change_pk primary key (account_id, position),
    constraint pending_change_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint pending_change_kind_ck check (kind in
        ('MARK', 'MOVE', 'DELETE', 'CREATE_FOLDER', 'RENAME_FOLDER', 'DROP_FOLDER')),
    -- DONE: at the server, and not yet seen there
    constraint pending_change_state_ck check (state in ('WAITING', 'TRIED', 'DONE')),
    constraint pending_change_mark_ck
        check ((kind = 'MARK') = (keyword is not null) and (keyword is null) = (present is null)),
    constraint pending_change_target_ck check ((kind = 'MOVE') = (target_id is not null))
);
create index pending_change_email_ix on pending_change (account_id, email_id);
create index pending_change_mailbox_ix on pending_change (account_id, mailbox_id);
create index pending_change_target_ix on pending_change (account_id, target_id) where target_id is not null;

create table departing_copy (
    account_id   uuid   not null,
    mailbox_id   uuid   not null,
    uid_validity bigint not null,
    uid          bigint not null,
    email_id     uuid   not null,
    keywords     text[] not null,
    position     bigint not null,
    constraint departing_copy_pk primary key (account_id, mailbox_id, uid_validity, uid),
    constraint departing_copy_mailbox_fk foreign key (account_id, mailbox_id) references mailbox (account_id, id)
        on delete cascade,
    constraint departing_copy_change_fk foreign key (account_id, position)
        references pending_change (account_id, position) on delete cascade
);
create index departing_copy_change_ix on departing_copy (account_id, position);
create index departing_copy_email_ix on departing_copy (account_id, email_id);

create table mail_action (
    id         uuid        not null,
    owner_id   uuid        not null,
    at         timestamptz not null,
    undo_until timestamptz not null,
    undone     boolean     not null default false,
    constraint mail_action_pk primary key (id),
    constraint mail_action_person_fk foreign key (owner_id) references person (id)
);
create index mail_action_owner_ix on mail_action (owner_id, at);

create table mail_action_entry (
    action_id  uuid    not null,
    ordinal    integer not null,
    account_id uuid    not null,
    emails     uuid[]  not null,
    keyword    text,
    present    boolean,
    from_id    uuid,
    to_id      uuid,
    constraint mail_action_entry_pk primary key (account_id, action_id, ordinal),
    constraint mail_action_entry_action_fk foreign key (action_id) references mail_action (id) on delete cascade,
    constraint mail_action_entry_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint mail_action_entry_kind_ck
        check ((keyword is null) = (present is null) and (from_id is null) = (to_id is null)
            and (keyword is null) <> (from_id is null))
);
create index mail_action_entry_action_ix on mail_action_entry (action_id);

create table change_refusal (
    account_id uuid        not null,
    id         uuid        not null default gen_random_uuid(),
    what       text        not null,
    why        text        not null,
    subject    text        not null,
    count      bigint      not null,
    at         timestamptz not null,
    constraint change_refusal_pk primary key (account_id, id),
    constraint change_refusal_account_fk foreign key (account_id) references account (id) on delete cascade
);

alter table pending_change enable row level security;
alter table pending_change force row level security;
create policy pending_change_of_owner on pending_change
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table departing_copy enable row level security;
alter table departing_copy force row level security;
create policy departing_copy_of_owner on departing_copy
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table mail_action enable row level security;
alter table mail_action force row level security;
create policy mail_action_of_owner on mail_action
    using (owner_id = current_person())
    with check (owner_id = current_person());

alter table mail_action_entry enable row level security;
alter table mail_action_entry force row level security;
create policy mail_action_entry_of_owner on mail_action_entry
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person())
        and action_id in (select id from mail_action where owner_id = current_person()));

alter table change_refusal enable row level security;
alter table change_refusal force row level security;
create policy change_refusal_of_owner on change_refusal
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

grant select, insert, update, delete on pending_change, departing_copy, change_refusal to ${appRole};
grant select, insert, update (undone), delete on mail_action to ${appRole};
grant select, insert, delete on mail_action_entry to ${appRole};
grant update (attempts, full_due_at, compared_at, repaired) on account_sync to ${appRole};
