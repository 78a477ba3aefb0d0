insert into person (id, name, email_name, email_address) values (:person, 'Ada #', 'Ada #', 'ada#@example.org');
insert into account (id, owner_id, address_name, address, display_name, incoming_host, incoming_port,
    incoming_security, outgoing_host, outgoing_port, outgoing_security, added_at)
values (:account, :person, 'Ada', 'ada#@example.org', 'Work', 'imap.example.org', 993, 'TLS', 'smtp.example.org', 465,
    'TLS', '2026-01-01T08:00Z');
insert into account_credential (account_id, sealed) values (:account, 'sealed #');
insert into account_sync (account_id, owner_id, since, next_attempt_at, passes, last_success_at)
values (:account, :person, '2026-01-01T08:00Z', '2026-01-01T08:00Z', 3, '2026-01-02T08:00Z');
insert into mailbox (account_id, id, path, delimiter, role, server_role, remote_path, selectable, uid_validity, total,
    unread)
values (:account, :inbox, 'INBOX', '/', 'INBOX', 'INBOX', 'INBOX', true, 1, 2, 1),
    (:account, :archive, 'Archive', '/', 'ARCHIVE', 'ARCHIVE', 'Archive', true, 1, 0, 0);
insert into email (account_id, id, thread_id, source, size, received_at, sent_at, subject, preview, message_ids,
    in_reply_to, reference_ids, from_list, to_list, cc_list, bcc_list, reply_to_list, has_html, has_attachments,
    keywords, listed)
values
    (:account, :first, :thread, repeat('a', 63) || '#', 100, '2026-01-02T08:00Z', '2026-01-02T08:00Z', 'Harbour #',
        'A quay', '{one-#@example.org}', '{}', '{}', '[{"name": "Bob", "email": "bob@example.org"}]',
        '[{"name": "Ada", "email": "ada#@example.org"}]', '[]', '[]', '[]', false, false, '{$seen,$flagged,tender}',
        true),
    (:account, :second, :thread, repeat('b', 63) || '#', 200, '2026-01-03T08:00Z', '2026-01-03T08:00Z',
        'Re: Harbour #', 'A crane', '{two-#@example.org}', '{one-#@example.org}', '{one-#@example.org}',
        '[{"name": "Bob", "email": "bob@example.org"}]', '[{"name": "Ada", "email": "ada#@example.org"}]', '[]', '[]',
        '[]', true, true, '{}', true);
insert into email_attachment (account_id, email_id, position, name, media_type, size, inline, content_id, content)
values (:account, :second, 1, 'crane.pdf', 'application/pdf', 10, false, '', repeat('c', 64));
insert into email_body (account_id, email_id, text, html)
values (:account, :first, 'A quay for number #', ''),
    (:account, :second, 'A crane for number #', '<p>A crane for number #</p>');
insert into email_mailbox (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at, unread)
values (:account, :inbox, 1, 1, :first, '{$seen,$flagged,tender}', '2026-01-02T08:00Z', false),
    (:account, :inbox, 1, 2, :second, '{}', '2026-01-03T08:00Z', true);
insert into thread_tie (account_id, message_id, thread_id)
values (:account, 'one-#@example.org', :thread), (:account, 'two-#@example.org', :thread);
insert into thread (account_id, id, subject, preview, participants, message_count, unread_count, starred,
    has_attachments, listed_at, listed_unread, starred_at, starred_unread, labels)
values (:account, :thread, 'Harbour #', 'A crane', '[{"name": "Bob", "email": "bob@example.org"}]', 2, 1, true, true,
    '2026-01-03T08:00Z', true, '2026-01-02T08:00Z', false, '{tender}');
insert into mailbox_thread (account_id, mailbox_id, thread_id, last_message_at, message_count, unread_count)
values (:account, :inbox, :thread, '2026-01-03T08:00Z', 2, 1);
insert into correspondence (account_id, address, direction, message, at)
values (:account, 'bob@example.org', 'RECEIVED', repeat('a', 63) || '#', '2026-01-02T08:00Z');
insert into outbox (owner_id, version, payload) values (:person, 1, '{"type": "none"}');
insert into pending_change (account_id, kind, email_id, mailbox_id, keyword, present)
values (:account, 'MARK', :first, :inbox, '$flagged', true);
insert into mail_action (id, owner_id, at, undo_until)
values (:action, :person, '2026-01-02T09:00Z', '2100-01-01T00:00Z');
insert into mail_action_entry (action_id, ordinal, account_id, emails, keyword, present)
values (:action, 0, :account, array[:first::uuid], '$flagged', true);
insert into change_refusal (account_id, what, why, subject, count, at)
values (:account, 'MOVE', 'NOT_ALLOWED', 'Harbour #', 1, '2026-01-02T09:00Z');
