-- Why: an account can be renamed and reconnected in place, and its tokens are renewed by one node at a time: whoever
-- renews writes until when, and others wait for what that brings.
-- Lock: access exclusive on account_credential for the new column, which has no default and rewrites nothing; the
-- grants lock nothing that anybody could wait for. Duration: milliseconds, whatever the number of rows.

alter table account_credential add column renewing_until timestamptz;

grant update (renewing_until) on account_credential to ${appRole};
grant update (display_name, incoming_host, incoming_port, incoming_security, outgoing_host, outgoing_port,
    outgoing_security) on account to ${appRole};
