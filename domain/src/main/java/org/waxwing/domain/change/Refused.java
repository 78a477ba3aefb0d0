package org.waxwing.domain.change;

import java.time.Instant;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.sync.RemoteChange;

/**
 * A change that a server did not do and that was therefore taken back here.
 *
 * @param subject of the message, or the folder's name when {@code what} is about one
 * @param count how many messages this is about
 */
public record Refused(
        RefusalId id,
        AccountId account,
        What what,
        RemoteChange.Refusal why,
        UntrustedText subject,
        long count,
        Instant at) {
    /** What was to be done. */
    public enum What {
        MARK,
        MOVE,
        DELETE,
        CREATE_FOLDER,
        RENAME_FOLDER,
        DROP_FOLDER
    }
}
