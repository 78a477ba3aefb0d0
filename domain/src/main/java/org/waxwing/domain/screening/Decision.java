package org.waxwing.domain.screening;

import java.time.Instant;
import java.util.Locale;
import org.waxwing.domain.identity.EmailAddress;

/**
 * What was decided about somebody's mail.
 *
 * @param who an address, or a domain with everybody in it; in lower case
 */
public record Decision(String who, Verdict verdict, Instant at) {
    /** Whether their mail is wanted. */
    public enum Verdict {
        IN,
        OUT
    }

    public Decision {
        who = who.strip().toLowerCase(Locale.ROOT);
        int sign = who.lastIndexOf('@');
        if (who.isEmpty() || sign == 0 || sign == who.length() - 1 || who.chars().anyMatch(Character::isWhitespace))
            throw new IllegalArgumentException("Neither an address nor a domain");
    }

    /** Whether it is about a domain. */
    public boolean isAboutDomain() {
        return who.indexOf('@') < 0;
    }

    /** Whether it is about that sender. */
    public boolean isAbout(EmailAddress sender) {
        return who.equals(sender.key()) || who.equals(sender.domain());
    }
}
