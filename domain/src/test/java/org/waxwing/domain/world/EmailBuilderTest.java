package org.waxwing.domain.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;

class EmailBuilderTest {
    private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());

    private final InMemoryBlobStore blobs = new InMemoryBlobStore();

    private void is_read_as_it_was_built(EmailBuilder mail) throws IOException {
        var stored = blobs.store(ACCOUNT, new ByteArrayInputStream(mail.source()));

        var parsed = new PlainMessageParser().parse(
                blobs.message(ACCOUNT, stored.id()), mail.receivedAt(), bytes -> blobs.store(ACCOUNT, bytes));

        assertThat(parsed.headers()).isEqualTo(mail.headers());
        assertThat(parsed.html()).isEqualTo(mail.parsed().html());
    }

    @Test
    void writes_what_the_plain_parser_reads() throws IOException {
        is_read_as_it_was_built(anEmail());
        is_read_as_it_was_built(anEmail().unnamed().from().to().subject("").html("<p>Ünï</p>"));
        is_read_as_it_was_built(anEmail().repliedTo(anEmail().repliedTo(anEmail()))
                .from("Bob <bob@example.org>", "c@example.org").cc("d@example.org").bcc("e@example.org")
                .replyTo("f@example.org").received("2026-07-01T12:13:14Z"));
    }

    @Test
    void builds_the_same_message_every_time() {
        var mail = anEmail();

        assertThat(mail.build()).isEqualTo(mail.build());
    }

    @Test
    void builds_messages_that_differ() {
        assertThat(anEmail().build().source()).isNotEqualTo(anEmail().build().source());
    }
}
