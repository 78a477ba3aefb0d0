package org.waxwing.domain.sending;

import java.time.Duration;
import java.time.Instant;
import org.waxwing.domain.identity.EmailAddress;

/**
 * An address that somebody wants mail passed on to. It is only when they show that they read what comes there, by a code
 * that was sent to it.
 */
public record ForwardingAddress(EmailAddress address, Proof proof) {
    /** How long a code is good. */
    public static final Duration CODE_LASTS = Duration.ofHours(24);
    /** How often it may be tried. */
    public static final int ATTEMPTS = 5;
    /** How many such addresses somebody has at most. */
    public static final int MOST = 50;

    /** How far it is shown. */
    public sealed interface Proof {
        /**
         * A code was sent there.
         *
         * @param seal what the code is known by; does not tell it
         * @param attemptsLeft how many may still be made
         */
        record Asked(String seal, Instant expiresAt, int attemptsLeft) implements Proof {}

        /** Whoever wants it reads what comes there. */
        record Shown(Instant at) implements Proof {}
    }

    public ForwardingAddress {
        if (!address.isDeliverable()) throw new IllegalArgumentException("Nothing can be sent there");
        address = EmailAddress.of(address.key());
    }

    /** One to which a code is sent now. */
    public static ForwardingAddress asked(EmailAddress address, String seal, Instant now) {
        return new ForwardingAddress(address, new Proof.Asked(seal, now.plus(CODE_LASTS), ATTEMPTS));
    }

    /** Whether mail may be passed on there. */
    public boolean isVerified() {
        return proof instanceof Proof.Shown;
    }

    /** Whether there is a code that could still be shown. */
    public boolean isOpen(Instant now) {
        return proof instanceof Proof.Asked(var seal, var end, var left) && left > 0 && now.isBefore(end);
    }

    /**
     * After somebody has shown a code.
     *
     * @param shown what that code would be known by
     */
    public ForwardingAddress shown(String shown, Instant now) {
        if (!(proof instanceof Proof.Asked(var seal, var end, var left)) || !isOpen(now)) return this;
        return new ForwardingAddress(address, seal.equals(shown)
                ? new Proof.Shown(now)
                : new Proof.Asked(seal, end, left - 1));
    }
}
