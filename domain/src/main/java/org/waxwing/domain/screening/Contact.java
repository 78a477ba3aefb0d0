package org.waxwing.domain.screening;

import java.time.Instant;
import org.waxwing.domain.identity.EmailAddress;

/**
 * Somebody with whom mail was exchanged, over all accounts of a person.
 *
 * @param address with the name as it was last spelt, empty when nobody ever gave one
 * @param received messages that came from them
 * @param sent messages that went to them
 * @param lastAt when the latest of all these was written
 */
public record Contact(EmailAddress address, long received, long sent, Instant lastAt) {}
