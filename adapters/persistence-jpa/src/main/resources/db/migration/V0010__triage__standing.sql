-- Why: conversations can be snoozed, lie on a pile, be muted and come back. Mail servers know nothing of that, so the
-- truth is in thread_standing, which outlives the rows of thread as thread_tie does; whoever stands as usual has no row.
-- What lists need of it is worked out with everything else: mailbox_thread knows whether a conversation is in the Imbox
-- and by which moment it stands there, thread knows its pile. A conversation that came back and of which the inbox shows
-- no message stands in the Imbox by a row of mailbox_thread without messages.
-- Actions can be undone for thirty days and are told in words, so they remember what they were.
-- Lock: mailbox_thread and thread exclusively while all rows of the first are written anew and two indexes are made:
-- about twenty seconds for a million conversations. All other tables only for an instant.

create table thread_standing (
    account_id    uuid        not null,
    thread_id     uuid        not null,
    -- none when it waits nowhere
    place         text,
    since         timestamptz,
    snoozed_until timestamptz,
    muted         boolean     not null default false,
    -- none when it did not come back
    returned_at   timestamptz,
    -- came back and was not opened
    fresh         boolean     not null default false,
    -- stands in the Imbox although no message of it is in the inbox
    held          boolean     not null default false,
    constraint thread_standing_pk primary key (account_id, thread_id),
    constraint thread_standing_account_fk foreign key (account_id) references account (id) on delete cascade,
    constraint thread_standing_place_ck check (place in ('SNOOZED', 'LATER', 'SET_ASIDE')),
    constraint thread_standing_since_ck check ((place is null) = (since is null)),
    constraint thread_standing_until_ck
        check ((place is not distinct from 'SNOOZED') = (snoozed_until is not null)),
    constraint thread_standing_returned_ck check (returned_at is not null or not fresh and not held)
);
create index thread_standing_due_ix on thread_standing (account_id, snoozed_until) where snoozed_until is not null;
alter table thread_standing set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);

alter table thread_standing enable row level security;
alter table thread_standing force row level security;
create policy thread_standing_of_owner on thread_standing
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
grant select, insert, update, delete on thread_standing to ${appRole};

-- The house learns whose turn it is, and nothing else.
alter table account_sync add column wake_at timestamptz;
create index account_sync_wake_ix on account_sync (wake_at) where wake_at is not null;
grant update (wake_at) on account_sync to ${appRole};

alter table thread
    add column place text,
    -- by which the list of that place is ordered; of snoozed ones as far before 1970 as they wait until after it, so that
    -- the next one comes first in a list that begins with the latest
    add column placed_at timestamptz;
create index thread_placed_ix on thread (account_id, place, placed_at desc, id desc) where place is not null;

alter table mailbox_thread
    -- by which it stands in the Imbox: its latest message there, or when it came back
    add column risen_at timestamptz,
    add column imbox boolean not null default false,
    add column fresh boolean not null default false;
-- the policies would hide everybody's mail from the owner of the schema
alter table mailbox_thread no force row level security;
alter table mailbox no force row level security;
update mailbox_thread t set risen_at = t.last_message_at, imbox = m.role = 'INBOX'
from mailbox m where m.account_id = t.account_id and m.id = t.mailbox_id;
alter table mailbox force row level security;
alter table mailbox_thread force row level security;
alter table mailbox_thread alter column risen_at set not null;
create index mailbox_thread_imbox_ix on mailbox_thread (account_id, mailbox_id, risen_at desc, thread_id desc)
    where imbox;
create index mailbox_thread_new_ix on mailbox_thread (account_id, mailbox_id, risen_at desc, thread_id desc)
    where imbox and (unread_count > 0 or fresh);

alter table mail_action
    add column title text not null default '',
    add column detail text not null default '',
    add column conversations bigint not null default 0,
    add column thread_id uuid;
drop index mail_action_owner_ix;
create index mail_action_owner_ix on mail_action (owner_id, at desc, id desc);
-- lets the house clear away what is old, without a look at it
create policy mail_action_cleared_by_house on mail_action for delete
    using (is_house() and at < now() - interval '31 days');

alter table mail_action_entry
    add column threads uuid[],
    add column before jsonb,
    add column after jsonb,
    drop constraint mail_action_entry_kind_ck,
    add constraint mail_action_entry_kind_ck
        check ((keyword is null) = (present is null) and (from_id is null) = (to_id is null)
            and (threads is null) = (before is null) and (threads is null) = (after is null)
            and num_nonnulls(keyword, from_id, threads) = 1);

-- Everything that a search finds; as find_email() does, and for the same reasons.
create function find_all_email(query tsquery) returns table (account_id uuid, email_id uuid)
    language plpgsql stable security definer rows 1000 set search_path = ${flyway:defaultSchema}, pg_temp
    set enable_seqscan = off set enable_indexscan = off set cpu_index_tuple_cost = 10 set random_page_cost = 1.1
    set jit = off
as $$
#variable_conflict use_column
begin
    return query
    with hit as materialized (
        select s.account_id, s.email_id from account a join email_search s on s.account_id = a.id
        where a.owner_id = current_person() and s.listed and s.words @@ query)
    select h.account_id, h.email_id from hit h;
end
$$;
revoke all on function find_all_email from public;
grant execute on function find_all_email to ${appRole};
