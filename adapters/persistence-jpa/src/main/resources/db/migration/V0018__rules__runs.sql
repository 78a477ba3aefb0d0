-- Why: rules are run on mail as it arrives, once for each message however often its arrival is told: rule_run says on which
-- they were. What they did is one action for each rule and run, which a run on stored mail adds to piece by piece, and
-- which can be undone for single messages. Where a rule says that a message belongs it stays, however often mail is
-- sorted again.
-- Lock: email, mail_action and mail_action_entry exclusively for an instant, for adding columns without a rewrite.

create table rule_run (
    account_id uuid not null,
    email_id   uuid not null,
    constraint rule_run_pk primary key (account_id, email_id),
    constraint rule_run_email_fk foreign key (account_id, email_id) references email (account_id, id) on delete cascade
);
alter table rule_run enable row level security;
alter table rule_run force row level security;
create policy rule_run_of_owner on rule_run
    using (account_id in (select id from account where owner_id = current_person()))
    with check (account_id in (select id from account where owner_id = current_person()));
grant select, insert on rule_run to ${appRole};

-- whether a rule has said where it belongs
alter table email add column pinned boolean not null default false;

-- the id of the rule that did it; empty for what was done by hand
alter table mail_action add column reference text not null default '';
grant update (conversations, thread_id) on mail_action to ${appRole};
grant update (emails, threads) on mail_action_entry to ${appRole};
