package org.waxwing.images.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;

class HmacImageSealTest {
    private static final PersonId ADA = new PersonId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
    private static final PersonId EVE = new PersonId(UUID.fromString("00000000-0000-7000-8000-00000000000e"));
    private static final String PICTURE = "https://example.org/a.png";
    private final HmacImageSeal seal = new HmacImageSeal("secret");

    @Test
    void fits_the_address_it_was_made_for() {
        assertThat(seal.of(ADA, PICTURE)).matches("[A-Za-z0-9_-]{43}");
        assertThat(seal.fits(seal.of(ADA, PICTURE), ADA, PICTURE)).isTrue();
    }

    @Test
    void fits_no_other_address_person_or_key() {
        var made = seal.of(ADA, PICTURE);

        assertThat(seal.fits(made, ADA, PICTURE + "?")).isFalse();
        assertThat(seal.fits(made, EVE, PICTURE)).isFalse();
        assertThat(seal.fits("", ADA, PICTURE)).isFalse();
        assertThat(new HmacImageSeal("other").fits(made, ADA, PICTURE)).isFalse();
    }
}
