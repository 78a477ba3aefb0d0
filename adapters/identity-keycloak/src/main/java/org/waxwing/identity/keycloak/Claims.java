package org.waxwing.identity.keycloak;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

/**
 * What a token says about its bearer (OpenID Connect Core 1.0 §5.1).
 *
 * @param name the full name; without one the sign-in name, and without that the subject
 */
record Claims(PersonId person, UntrustedText name, EmailAddress email) {
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /**
     * Reads the claims of a validated token.
     *
     * @param claim the value of a claim, empty when the token does not make it
     * @throws IllegalStateException there is no subject
     */
    static Claims of(Function<String, Optional<String>> claim) {
        var subject = claim.apply("sub").orElseThrow(() -> new IllegalStateException("A token without a subject"));
        var name = claim.apply("name")
                .filter(it -> !it.isBlank())
                .or(() -> claim.apply("preferred_username"))
                .orElse(subject);
        var email = claim.apply("email").orElse("");
        return new Claims(person(subject), new UntrustedText(name).onOneLine(), EmailAddress.of(email));
    }

    // Keycloak's subjects are UUIDs; those of other providers and of federated users are any text.
    private static PersonId person(String subject) {
        return new PersonId(UUID_TEXT.matcher(subject).matches()
                ? UUID.fromString(subject)
                : UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)));
    }
}
