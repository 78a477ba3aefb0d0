package org.waxwing.domain.reading;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;

/**
 * A label that messages of an account carry.
 *
 * @param total conversations in its list
 * @param unread those of them with something unread that carries it
 */
public record AccountLabel(AccountId account, Keyword label, long total, long unread) {}
