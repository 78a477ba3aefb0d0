package org.waxwing.domain.mailbox;

import org.waxwing.domain.account.AccountId;

/**
 * A folder of an account.
 *
 * @param path the whole name in Unicode, levels parted by {@code delimiter} (decoded from modified UTF-7, RFC 3501
 *     §5.1.3)
 * @param delimiter what parts the levels; NUL when the server has no hierarchy
 * @param selectable false for a name that only holds other folders ({@code \Noselect})
 */
public record Mailbox(
        MailboxId id, AccountId account, String path, char delimiter, MailboxRole role, boolean selectable) {
    public Mailbox {
        if (path.isEmpty()) throw new IllegalArgumentException("A mailbox needs a name");
    }

    /** The last level of the path. */
    public String name() {
        return delimiter == 0 ? path : path.substring(path.lastIndexOf(delimiter) + 1);
    }

    /** How many levels lie above. */
    public int depth() {
        return delimiter == 0
                ? 0
                : (int) path.chars().filter(c -> c == delimiter).count();
    }
}
