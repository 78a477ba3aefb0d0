package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtectionTest {
    @Test
    void encryption_counts_more_than_a_signature_and_either_more_than_nothing() {
        assertThat(Protection.NONE.and(Protection.NONE)).isEqualTo(Protection.NONE);
        assertThat(Protection.NONE.and(Protection.PGP_SIGNED)).isEqualTo(Protection.PGP_SIGNED);
        assertThat(Protection.SMIME_SIGNED.and(Protection.NONE)).isEqualTo(Protection.SMIME_SIGNED);
        assertThat(Protection.SMIME_SIGNED.and(Protection.SMIME_ENCRYPTED)).isEqualTo(Protection.SMIME_ENCRYPTED);
        assertThat(Protection.PGP_ENCRYPTED.and(Protection.SMIME_SIGNED)).isEqualTo(Protection.PGP_ENCRYPTED);
    }

    @Test
    void what_was_found_first_stays() {
        assertThat(Protection.SMIME_SIGNED.and(Protection.PGP_SIGNED)).isEqualTo(Protection.SMIME_SIGNED);
        assertThat(Protection.PGP_ENCRYPTED.and(Protection.SMIME_ENCRYPTED)).isEqualTo(Protection.PGP_ENCRYPTED);
    }
}
