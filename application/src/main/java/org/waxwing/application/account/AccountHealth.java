package org.waxwing.application.account;

import org.waxwing.domain.account.Account;
import org.waxwing.domain.sync.SyncStatus;

/**
 * An account and how its synchronisation stands.
 *
 * @param watched whether its inbox is being watched by this node
 */
public record AccountHealth(Account account, SyncStatus status, boolean watched) {}
