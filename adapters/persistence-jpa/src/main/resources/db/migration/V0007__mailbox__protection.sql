-- Why: readers are told that a message is signed or encrypted; recognised once, when it is taken apart.
-- Lock: exclusive on email, for an instant: the default of a new column is kept in the catalogue, and with the column new
-- no row can be against the check, so it is not compared. Duration: milliseconds, whatever the number of rows.

alter table email add column protection text not null default 'NONE';
alter table email add constraint email_protection_ck
    check (protection in ('NONE', 'SMIME_SIGNED', 'PGP_SIGNED', 'SMIME_ENCRYPTED', 'PGP_ENCRYPTED')) not valid;
