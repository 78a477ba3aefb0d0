package org.waxwing.domain.images;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.waxwing.domain.identity.PersonId;

/**
 * Proves that an address was found in a message that a person opened. Without it, whoever is signed in could have the
 * server fetch what they like. Thread-safe.
 */
@FunctionalInterface
public interface ImageSeal {
    /** The seal of an address for a person, in letters that an address may carry; nobody else can make it. */
    String of(PersonId person, String address);

    /** Whether {@code seal} is that of this address for this person; takes as long for a wrong one. */
    default boolean fits(String seal, PersonId person, String address) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(person, address).getBytes(StandardCharsets.UTF_8));
    }
}
