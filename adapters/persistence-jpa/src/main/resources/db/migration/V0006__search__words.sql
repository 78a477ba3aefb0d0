-- Why: mail is found by its words. email_search holds them as a tsvector, subject as A, text as B, sender as C, names of
-- files as D, and triggers keep it: whoever stores a message has made it searchable in the same transaction.
-- The operator @@ is not leakproof, so behind an ordinary policy its index would never be looked at. Therefore the owner
-- of the schema sees the whole table, and find_email(), which runs as the owner, takes the accounts of current_person()
-- itself and gives out nothing but ids.
-- Lock: none that anybody could wait for while the table is new; the triggers take email and email_body for a moment.
-- Duration: filling it for messages that are already there takes about five minutes for a million.

create extension if not exists btree_gin with schema ${flyway:defaultSchema};
create extension if not exists unaccent with schema ${flyway:defaultSchema};

-- Text as the words that are compared, whatever the locale of the database: without accents, in lower case, everything
-- that is no letter or digit a space. What the parser of PostgreSQL would take for more than a word (hosts, paths, tags,
-- numbers with a sign) is split. Writing that knows no spaces (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese)
-- becomes a word per character, so that a search finds any part of it as a phrase.
-- The limits keep the words of a message below the 1 MB that a tsvector can hold.
create function folded(written text) returns text
    language plpgsql immutable parallel safe
as $$
declare
    t text := written;
begin
    if octet_length(t) = length(t) then
        t := left(t, 300000);
    else
        t := ${flyway:defaultSchema}.unaccent('${flyway:defaultSchema}.unaccent', left(t, 100000));
        if octet_length(t) <> length(t) then
            if t ~ '[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]' collate "C" then
                t := normalize(t, NFKC);
                t := regexp_replace(t collate "C", '([\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g');
            end if;
            t := lower(t collate "pg_c_utf8");
            t := regexp_replace(t collate "pg_c_utf8", '[^\x01-\x7f[:alnum:]]+', ' ', 'g');
        end if;
    end if;
    return replace(replace(replace(replace(replace(replace(replace(replace(replace(
        t, '.', ' '), '/', ' '), '@', ' '), '-', ' '), '_', ' '), ':', ' '), '+', ' '), '<', ' '), '&', ' ');
end
$$;

-- The words of a message. A mark that no word can be stands between its parts while they are put together, so that no
-- phrase reaches from one into the next.
create function words_of(subject text, body text, sender text, files text) returns tsvector
    language plpgsql immutable
as $$
declare
    mark constant tsvector := ''' '':1';
begin
    return ts_delete(
        setweight(to_tsvector('pg_catalog.simple', ${flyway:defaultSchema}.folded(subject)), 'A')
        || mark
        || setweight(to_tsvector('pg_catalog.simple', ${flyway:defaultSchema}.folded(sender)), 'C')
        || mark
        || setweight(to_tsvector('pg_catalog.simple', ${flyway:defaultSchema}.folded(files)), 'D')
        || mark
        -- the long one is copied once
        || setweight(to_tsvector('pg_catalog.simple', ${flyway:defaultSchema}.folded(body)), 'B'), ' ');
exception when program_limit_exceeded or data_exception then
    -- too odd to be found is better than lost
    return '';
end
$$;

create table email_search (
    account_id  uuid        not null,
    email_id    uuid        not null,
    -- repeated from email: a search reads nothing else to count and to order what it finds
    received_at timestamptz not null,
    listed      boolean     not null,
    words       tsvector    not null,
    -- The account does not lead this key: a search would be tempted to read all words of an account by it, above all
    -- when statistics do not know yet how much that is.
    constraint email_search_pk primary key (email_id, account_id),
    constraint email_search_email_fk foreign key (account_id, email_id) references email (account_id, id)
        on delete cascade
);
-- Rows are narrow, their words lie elsewhere: counting thousands of hits reads few pages. And there is room for a second
-- version of each row, so that a message that becomes listed or not is no work for the indexes.
alter table email_search alter column words set storage external;
alter table email_search set (toast_tuple_target = 128, fillfactor = 45,
    autovacuum_analyze_scale_factor = 0.01, autovacuum_analyze_threshold = 200);

create function words_of_sender(list jsonb) returns text
    language sql immutable parallel safe
    return (select left(string_agg(concat_ws(' ', w.who ->> 'name', w.who ->> 'email'), ' '), 4000)
        from jsonb_array_elements(list) as w (who));

-- Files are stored before the body.
create function words_of_files(account uuid, email uuid) returns text
    language sql stable
    return (select left(string_agg(f.name, ' '), 20000)
        from email_attachment f where f.account_id = account and f.email_id = email and not f.inline);

-- What is there already; the owner sees it only for this moment.
alter table email no force row level security;
alter table email_body no force row level security;
alter table email_attachment no force row level security;
insert into email_search (account_id, email_id, received_at, listed, words)
select e.account_id, e.id, e.received_at, e.listed, words_of(e.subject, b.text,
    coalesce(words_of_sender(e.from_list), ''),
    case when e.has_attachments then coalesce(words_of_files(e.account_id, e.id), '') else '' end)
from email_body b join email e on e.account_id = b.account_id and e.id = b.email_id;
alter table email force row level security;
alter table email_body force row level security;
alter table email_attachment force row level security;

-- New messages wait in a list that every search reads. A short one is read more quickly; but whatever is put into it is
-- sorted into the index when it is full, and that costs a fifth per message with this length of what it does with 1 MB.
create index email_search_words_ix on email_search using gin (account_id, words) with (gin_pending_list_limit = 8192);

-- The plan is kept for the session, made perhaps when the tables were empty: it must be the one for single rows.
create function keep_words() returns trigger
    language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set client_min_messages = warning
as $$
begin
    insert into email_search (account_id, email_id, received_at, listed, words)
    select e.account_id, e.id, e.received_at, e.listed, words_of(e.subject, b.text,
        coalesce(words_of_sender(e.from_list), ''),
        case when e.has_attachments then coalesce(words_of_files(e.account_id, e.id), '') else '' end)
    from added b join email e on e.account_id = b.account_id and e.id = b.email_id;
    return null;
end
$$;
create trigger email_body_words after insert on email_body
    referencing new table as added for each statement execute function keep_words();

create function keep_listed() returns trigger
    language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
    update email_search s set listed = e.listed
    from changed e
    where s.account_id = e.account_id and s.email_id = e.id and s.listed <> e.listed;
    return null;
end
$$;
create trigger email_listed_words after update on email
    referencing new table as changed for each statement execute function keep_listed();

-- What somebody typed: all of the wanted, none of the unwanted. Each is a word or several that follow each other; an
-- asterisk at the end stands for the rest of a word. What holds no word says nothing.
create function words_wanted(wanted text[], unwanted text[]) returns tsquery
    language plpgsql immutable set search_path = ${flyway:defaultSchema}, pg_temp set client_min_messages = warning
as $$
declare
    term text;
    one tsquery;
    every tsquery := '';
begin
    foreach term in array wanted loop
        one := phraseto_tsquery('pg_catalog.simple', folded(term));
        if term like '%*' and numnode(one) > 0 then one := (one::text || ':*')::tsquery; end if;
        every := every && one;
    end loop;
    foreach term in array unwanted loop
        one := phraseto_tsquery('pg_catalog.simple', folded(term));
        if term like '%*' and numnode(one) > 0 then one := (one::text || ':*')::tsquery; end if;
        if numnode(one) > 0 then every := every && !! one; end if;
    end loop;
    return every;
end
$$;

-- The person's listed messages with these words: how many there are, and of those that come after a place, the first
-- few, latest or best first. At least one row, with no message when there is none after that place.
create function find_email(
        query tsquery, best_first boolean, after_rank real, after_at timestamptz, after_id uuid, most integer)
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
            where a.owner_id = current_person() and s.listed and s.words @@ query),
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
            where a.owner_id = current_person() and s.listed and s.words @@ query),
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

alter table email_search enable row level security;
alter table email_search force row level security;
create policy email_search_of_owner on email_search to ${appRole}
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
create policy email_search_seen_by_find_email on email_search for select to current_user using (true);

grant select, insert, update (listed) on email_search to ${appRole};
