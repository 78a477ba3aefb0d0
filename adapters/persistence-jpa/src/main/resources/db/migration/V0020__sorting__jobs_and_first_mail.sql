-- Why: a job whose event was given up by the broker would go on being RUNNING for ever. job learns when it got further
-- last and how often it was begun again since; the house looks for those that stand still, and may note that of them: of
-- a job it sees ids and figures, no mail.
-- Lock: job exclusively for an instant, without a rewrite.

alter table job
    add column moved_at timestamptz not null default now(),
    add column resumed  integer     not null default 0,
    drop constraint job_state_ck,
    add constraint job_state_ck check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED'));
create index job_running_ix on job (account_id, moved_at) where state = 'RUNNING';
create policy job_seen_by_house on job for select using (is_house());
create policy job_noted_by_house on job for update using (is_house()) with check (is_house());
grant update (moved_at, resumed) on job to ${appRole};
