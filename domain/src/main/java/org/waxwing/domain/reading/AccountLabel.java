package org.waxwing.domain.reading;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;

/** A label that messages of an account carry. */
public record AccountLabel(AccountId account, Keyword label) {}
