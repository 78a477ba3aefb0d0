package org.waxwing.domain.screening;

import java.time.Instant;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;

/** One message between an account and somebody else. */
public record Correspondence(EmailId email, EmailAddress with, Direction direction, Instant at) {
    /** Who wrote. */
    public enum Direction {
        RECEIVED,
        SENT
    }
}
