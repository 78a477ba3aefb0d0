package org.waxwing.domain.sending;

import org.waxwing.domain.account.Secret;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

/** What nobody else can know or make: derived from a key of the house, the same every time. Asks nobody. Thread-safe. */
public interface SendingKeys {
    /** What the messages that rules send for a person are known by when they come back. Does not tell who that is. */
    String mark(PersonId person);

    /**
     * What the calls of a rule to programs are signed with.
     *
     * @param reference the id of the rule
     */
    Secret signing(String reference);

    /** A new code, short enough to be typed, that nobody can guess in a few attempts. */
    String newCode();

    /** What a code that was sent to an address for a person is known by. */
    String seal(PersonId person, EmailAddress address, String code);
}
