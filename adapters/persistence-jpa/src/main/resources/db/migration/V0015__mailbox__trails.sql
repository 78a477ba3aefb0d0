-- Why: a message that several folders show and that is moved as one arrives several times; undoing has to bring each copy
-- back to where it was, and leave alone what the folder had before. So each copy says through which folders it was moved
-- here, the last one last, at most twenty; empty for all that was never moved here, which is nearly everything.
-- What is moved on before its last move was done says whose turn it is to wait for: two copies are not taken for each
-- other then.
-- Lock: email_mailbox, departing_copy and pending_change exclusively, for adding columns without a rewrite: milliseconds,
-- whatever the number of rows.

alter table email_mailbox add column trail uuid[] not null default '{}';
alter table departing_copy add column trail uuid[] not null default '{}';
alter table pending_change
    -- of the copies that it moves: what came from elsewhere to the same folder stays, or is moved by another change
    add column trail uuid[] not null default '{}',
    -- whether it takes back an earlier move
    add column back boolean not null default false,
    -- the position of the change that was to bring here what this one moves on
    add column follows bigint;
