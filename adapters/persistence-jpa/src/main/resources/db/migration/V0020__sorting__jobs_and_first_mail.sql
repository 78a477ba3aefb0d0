-- Why: a job whose event was given up by the broker would go on being RUNNING for ever. job learns when it got further
-- last and how often it was begun again since; the house looks for those that stand still, and may note that of them: of
-- a job it sees ids and figures, no mail. And since when somebody is known was taken from their last message where they
-- had written before this was kept; the messages that are stored tell.
-- Lock: job exclusively for an instant, without a rewrite; contact, correspondence and email exclusively while first
-- messages are looked up once, some ten seconds for a million messages.

alter table job
    add column moved_at timestamptz not null default now(),
    add column resumed  integer     not null default 0,
    drop constraint job_state_ck,
    add constraint job_state_ck check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED'));
create index job_running_ix on job (account_id, moved_at) where state = 'RUNNING';
create policy job_seen_by_house on job for select using (is_house());
create policy job_noted_by_house on job for update using (is_house()) with check (is_house());
grant update (moved_at, resumed) on job to ${appRole};

-- the policies would hide everybody's mail from the owner of the schema
alter table contact no force row level security;
alter table correspondence no force row level security;
alter table email no force row level security;
update contact c set first_received_at = found.at
from (
    select r.account_id, r.address, min(e.received_at) as at
    from correspondence r join email e on e.account_id = r.account_id and e.source = r.message
    where r.direction = 'RECEIVED' group by r.account_id, r.address) found
where c.account_id = found.account_id and c.address = found.address and c.first_received_at > found.at;
alter table email force row level security;
alter table correspondence force row level security;
alter table contact force row level security;
