/**
 * Folders, messages and threads as we keep them; the dictionary is JMAP's (RFC 8621).
 * Main types: {@link org.waxwing.domain.mailbox.Email}, {@link org.waxwing.domain.mailbox.Mailbox}. Rule of the house:
 * the account is part of every key, so that mail can be partitioned by account. How mail gets here is told in
 * {@code org.waxwing.domain.sync}, how it is shown in {@code org.waxwing.domain.reading}.
 */
@NullMarked
package org.waxwing.domain.mailbox;

import org.jspecify.annotations.NullMarked;
