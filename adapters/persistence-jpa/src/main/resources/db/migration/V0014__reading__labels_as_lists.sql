-- Why: a label is a list like any other, and its counts stand in the navigation; and a search may be about one account.
-- thread_label holds a conversation once for each label that a listed message of it carries: lists and counts of labels
-- read nothing else. It is kept with the conversation, in the same statement. The index of V0009 is not asked any more.
-- find_email is V0006's with the accounts to look in.
-- Lock: email is read once, and its policy rests for the length of this transaction, in which nobody else gets at it.
-- Duration: some seconds for a million messages.

create table thread_label (
    account_id      uuid        not null,
    label           text        not null,
    thread_id       uuid        not null,
    -- of the latest listed message with this label, and whether one of them is unread
    last_message_at timestamptz not null,
    unread          boolean     not null,
    constraint thread_label_pk primary key (account_id, label, thread_id),
    constraint thread_label_account_fk foreign key (account_id) references account (id) on delete cascade
);

alter table email no force row level security;
insert into thread_label (account_id, label, thread_id, last_message_at, unread)
select e.account_id, k.word, e.thread_id, max(e.received_at), bool_or(not e.seen)
from email e cross join lateral unnest(e.keywords) as k (word)
where e.listed and k.word not like '$%'
group by e.account_id, k.word, e.thread_id;
alter table email force row level security;

create index thread_label_recent_ix on thread_label (account_id, label, last_message_at desc, thread_id desc)
    include (unread);
create index thread_label_unread_ix on thread_label (account_id, label, last_message_at desc, thread_id desc)
    where unread;
create index thread_label_thread_ix on thread_label (account_id, thread_id);
drop index thread_labels_ix;
alter table thread_label set (autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);

alter table thread_label enable row level security;
alter table thread_label force row level security;
create policy thread_label_of_owner on thread_label
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
grant select, insert, update, delete on thread_label to ${appRole};

drop function find_email(tsquery, boolean, real, timestamptz, uuid, integer);
create function find_email(
        query tsquery, best_first boolean, after_rank real, after_at timestamptz, after_id uuid, most integer,
        -- all accounts when there is none
        accounts uuid[])
    returns table (total bigint, place bigint, account_id uuid, email_id uuid, rank real)
    language plpgsql stable security definer rows 50 set search_path = ${flyway:defaultSchema}, pg_temp
    -- entries of an index are dear here: the primary key is read through to find an account, the index of words is not
    set enable_seqscan = off set enable_indexscan = off set cpu_index_tuple_cost = 10 set random_page_cost = 1.1
    set jit = off
as $$
#variable_conflict use_column
begin
    if best_first then
        return query
        with hit as materialized (
            select s.account_id, s.email_id, s.received_at, ts_rank(s.words, query) as rank
            from account a join email_search s on s.account_id = a.id
            where a.owner_id = current_person() and (cardinality(accounts) = 0 or a.id = any (accounts)) and s.listed and s.words @@ query),
        page as (
            select h.* from hit h where (h.rank, h.received_at, h.email_id) < (after_rank, after_at, after_id)
            order by h.rank desc, h.received_at desc, h.email_id desc limit most)
        select (select count(*) from hit), row_number() over (order by p.rank desc, p.received_at desc, p.email_id desc),
            p.account_id, p.email_id, p.rank
        from (select) one left join page p on true;
    else
        return query
        with hit as materialized (
            select s.account_id, s.email_id, s.received_at
            from account a join email_search s on s.account_id = a.id
            where a.owner_id = current_person() and (cardinality(accounts) = 0 or a.id = any (accounts)) and s.listed and s.words @@ query),
        page as (
            select h.* from hit h where (h.received_at, h.email_id) < (after_at, after_id)
            order by h.received_at desc, h.email_id desc limit most)
        select (select count(*) from hit), row_number() over (order by p.received_at desc, p.email_id desc),
            p.account_id, p.email_id, 0::real
        from (select) one left join page p on true;
    end if;
end
$$;
revoke all on function find_email from public;
grant execute on function find_email to ${appRole};
