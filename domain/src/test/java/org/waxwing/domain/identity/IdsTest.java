package org.waxwing.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;

class IdsTest {
    private static final String SPELT = "0198f5c2-7a00-7000-8000-0123456789ab";
    private static final Map<String, Function<String, Object>> KINDS = Map.of(
            "person", PersonId::of,
            "organisation", OrganisationId::of,
            "account", AccountId::of,
            "mailbox", MailboxId::of,
            "email", EmailId::of,
            "thread", ThreadId::of);

    @Test
    void are_spelt_as_they_are_read() {
        KINDS.forEach((kind, of) -> assertThat(of.apply(SPELT)).as(kind).hasToString(SPELT));
    }

    @Test
    void refuse_what_is_no_uuid() {
        KINDS.forEach((kind, of) -> assertThatThrownBy(() -> of.apply("../../etc"))
                .as(kind)
                .isInstanceOf(IllegalArgumentException.class));
    }
}
