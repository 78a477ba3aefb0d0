-- Why: the mail of all accounts. The truth is in mailbox, email with its body and attachments, and email_mailbox (which
-- folder shows which message under which UID); thread, mailbox_thread and the counts of mailbox are worked out from it,
-- so that lists and counts cost the same for ten messages and for a hundred thousand.
-- The account leads every primary key, unique index and foreign key: each of these tables can become
-- "partition by hash (account_id)" (create table … (like … including all) partition by hash (account_id), then copy)
-- without another key or query. A test builds all of them that way.
-- Indexes serve what row-level security lets the planner use: comparisons of uuid, text, number and time. Those of
-- arrays and jsonb are not leakproof and would never be looked at.
-- Lock: none that anybody could wait for, all tables are new. Duration: milliseconds, whatever the number of rows.

create table mailbox (
    account_id   uuid    not null,
    id           uuid    not null,
    path         text    not null,
    -- empty where the server has no hierarchy
    delimiter    text    not null,
    role         text    not null,
    selectable   boolean not null,
    -- none before the folder was first synchronised
    uid_validity bigint,
    total        bigint  not null default 0,
    unread       bigint  not null default 0,
    constraint mailbox_pk primary key (account_id, id),
    constraint mailbox_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint mailbox_role_ck
        check (role in ('INBOX', 'DRAFTS', 'SENT', 'ARCHIVE', 'NONE', 'ALL', 'JUNK', 'TRASH')),
    constraint mailbox_count_ck check (unread between 0 and total)
);

create table email (
    account_id      uuid        not null,
    id              uuid        not null,
    thread_id       uuid        not null,
    -- SHA-256 of the message as its server gave it
    source          text        not null,
    size            bigint      not null,
    received_at     timestamptz not null,
    sent_at         timestamptz not null,
    subject         text        not null,
    preview         text        not null,
    message_ids     text[]      not null,
    in_reply_to     text[]      not null,
    reference_ids   text[]      not null,
    -- lists of {"name", "email"} in the message's order
    from_list       jsonb       not null,
    to_list         jsonb       not null,
    cc_list         jsonb       not null,
    bcc_list        jsonb       not null,
    reply_to_list   jsonb       not null,
    has_html        boolean     not null,
    has_attachments boolean     not null,
    -- every mark that any of its copies carries
    keywords        text[]      not null default '{}',
    seen            boolean     not null generated always as ('$seen' = any (keywords)) stored,
    starred         boolean     not null generated always as ('$flagged' = any (keywords)) stored,
    -- whether a folder other than spam and trash shows it
    listed          boolean     not null default false,
    constraint email_source_key unique (account_id, source),
    constraint email_account_fk foreign key (account_id) references account (id) on delete cascade
);
create index email_thread_ix on email (account_id, thread_id, received_at desc, id desc);
create index email_listed_ix on email (account_id, received_at desc, id desc) where listed;
create index email_unread_ix on email (account_id, received_at desc, id desc) where listed and not seen;
create index email_starred_ix on email (account_id, received_at desc, id desc) where listed and starred;
alter table email add constraint email_pk primary key (account_id, id);

-- Apart from email, so that lists never read past it.
create table email_body (
    account_id uuid not null,
    email_id   uuid not null,
    text       text not null,
    html       text not null,
    constraint email_body_pk primary key (account_id, email_id),
    constraint email_body_email_fk foreign key (account_id, email_id) references email (account_id, id)
        on delete cascade
);

create table email_attachment (
    account_id uuid    not null,
    email_id   uuid    not null,
    position   integer not null,
    name       text    not null,
    media_type text    not null,
    size       bigint  not null,
    inline     boolean not null,
    content_id text    not null,
    -- SHA-256 of the decoded bytes
    content    text    not null,
    constraint email_attachment_pk primary key (account_id, email_id, position),
    constraint email_attachment_email_fk foreign key (account_id, email_id) references email (account_id, id)
        on delete cascade
);

create table email_mailbox (
    account_id   uuid        not null,
    mailbox_id   uuid        not null,
    uid_validity bigint      not null,
    uid          bigint      not null,
    email_id     uuid        not null,
    keywords     text[]      not null,
    -- repeated from email for the order of lists; neither ever changes without the other
    received_at  timestamptz not null,
    unread       boolean     not null,
    constraint email_mailbox_pk primary key (account_id, mailbox_id, uid_validity, uid),
    constraint email_mailbox_mailbox_fk foreign key (account_id, mailbox_id) references mailbox (account_id, id)
        on delete cascade,
    constraint email_mailbox_email_fk foreign key (account_id, email_id) references email (account_id, id)
        on delete cascade
);
create index email_mailbox_recent_ix on email_mailbox (account_id, mailbox_id, received_at desc, email_id desc);
create index email_mailbox_unread_ix on email_mailbox (account_id, mailbox_id, received_at desc, email_id desc)
    where unread;
create index email_mailbox_email_ix on email_mailbox (account_id, email_id, mailbox_id);

-- Every Message-ID that was named, and the conversation it is tied to. Outlives the conversation: a message that moves
-- between folders may be gone for a moment and comes back where it was.
create table thread_tie (
    account_id uuid not null,
    message_id text not null,
    thread_id  uuid not null,
    constraint thread_tie_account_fk foreign key (account_id) references account (id) on delete cascade
);
create index thread_tie_thread_ix on thread_tie (account_id, thread_id);
alter table thread_tie add constraint thread_tie_pk primary key (account_id, message_id);

create table thread (
    account_id      uuid        not null,
    id              uuid        not null,
    -- of the oldest message
    subject         text        not null,
    -- of the latest message
    preview         text        not null,
    -- up to six {"name", "email"}, latest first
    participants    jsonb       not null,
    message_count   integer     not null,
    unread_count    integer     not null,
    starred         boolean     not null,
    has_attachments boolean     not null,
    -- latest message that a folder other than spam and trash shows, and whether one of them is unread
    listed_at       timestamptz,
    listed_unread   boolean     not null,
    -- the same of those that carry a star
    starred_at      timestamptz,
    starred_unread  boolean     not null,
    constraint thread_pk primary key (account_id, id),
    constraint thread_account_fk foreign key (account_id) references account (id) on delete cascade
);
create index thread_listed_ix on thread (account_id, listed_at desc, id desc) where listed_at is not null;
create index thread_unread_ix on thread (account_id, listed_at desc, id desc)
    where listed_at is not null and listed_unread;
create index thread_starred_ix on thread (account_id, starred_at desc, id desc) where starred_at is not null;

-- A conversation as far as one folder shows it.
create table mailbox_thread (
    account_id      uuid        not null,
    mailbox_id      uuid        not null,
    thread_id       uuid        not null,
    last_message_at timestamptz not null,
    message_count   integer     not null,
    unread_count    integer     not null,
    constraint mailbox_thread_pk primary key (account_id, mailbox_id, thread_id),
    constraint mailbox_thread_mailbox_fk foreign key (account_id, mailbox_id) references mailbox (account_id, id)
        on delete cascade
);
create index mailbox_thread_recent_ix on mailbox_thread (account_id, mailbox_id, last_message_at desc, thread_id desc);
create index mailbox_thread_unread_ix on mailbox_thread (account_id, mailbox_id, last_message_at desc, thread_id desc)
    where unread_count > 0;
create index mailbox_thread_thread_ix on mailbox_thread (account_id, thread_id);

-- An account that statistics do not know yet looks empty to the planner, and every index as good as any other. So they
-- are taken early, and where costs are equal the planner takes the index that was made last: the ones for single rows.
alter table email set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);
alter table email_body set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);
alter table email_mailbox set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);
alter table thread_tie set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);
alter table thread set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);
alter table mailbox_thread set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);

alter table mailbox enable row level security;
alter table mailbox force row level security;
create policy mailbox_of_owner on mailbox
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table email enable row level security;
alter table email force row level security;
create policy email_of_owner on email
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table email_body enable row level security;
alter table email_body force row level security;
create policy email_body_of_owner on email_body
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table email_attachment enable row level security;
alter table email_attachment force row level security;
create policy email_attachment_of_owner on email_attachment
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table email_mailbox enable row level security;
alter table email_mailbox force row level security;
create policy email_mailbox_of_owner on email_mailbox
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table thread_tie enable row level security;
alter table thread_tie force row level security;
create policy thread_tie_of_owner on thread_tie
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table thread enable row level security;
alter table thread force row level security;
create policy thread_of_owner on thread
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

alter table mailbox_thread enable row level security;
alter table mailbox_thread force row level security;
create policy mailbox_thread_of_owner on mailbox_thread
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));

grant select, insert, update, delete on mailbox, email, email_mailbox, thread_tie, thread, mailbox_thread to ${appRole};
grant select, insert, delete on email_body, email_attachment to ${appRole};
