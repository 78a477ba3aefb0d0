package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.world.BrokenStream;
import org.waxwing.domain.world.EmailBuilder;

/** What every {@link BlobStore} does. */
public interface BlobStoreContract {
    byte[] HELLO = "Hello, 🦆".getBytes(StandardCharsets.UTF_8);

    BlobStore store();

    private static AccountId anAccount() {
        return new AccountId(UUID.randomUUID());
    }

    private BlobStore.Stored keep(AccountId account, byte[] bytes) throws IOException {
        try (var stream = new ByteArrayInputStream(bytes)) {
            return store().store(account, stream);
        }
    }

    private byte[] read(AccountId account, BlobId id, long offset) throws IOException {
        try (var stream = store().open(account, id, offset)) {
            return stream.readAllBytes();
        }
    }

    @Test
    default void gives_back_what_was_stored_named_by_its_content() throws IOException {
        var account = anAccount();

        var stored = keep(account, HELLO);

        assertThat(stored).isEqualTo(new BlobStore.Stored(EmailBuilder.sha256(HELLO), HELLO.length));
        assertThat(read(account, stored.id(), 0)).isEqualTo(HELLO);
    }

    @Test
    default void stores_nothing_at_all_as_well() throws IOException {
        var account = anAccount();

        var stored = keep(account, new byte[0]);

        assertThat(stored.size()).isZero();
        assertThat(read(account, stored.id(), 0)).isEmpty();
    }

    @Test
    default void stores_many_megabytes() throws IOException {
        var account = anAccount();
        var bytes = new byte[9_000_001];
        new Random(7).nextBytes(bytes);

        var stored = keep(account, bytes);

        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(read(account, stored.id(), 0)).isEqualTo(bytes);
    }

    @Test
    default void stores_the_same_content_again_under_the_same_name() throws IOException {
        var account = anAccount();
        var first = keep(account, HELLO);

        var second = keep(account, HELLO);

        assertThat(second).isEqualTo(first);
        assertThat(read(account, first.id(), 0)).isEqualTo(HELLO);
    }

    @Test
    default void opens_behind_an_offset() throws IOException {
        var account = anAccount();
        var stored = keep(account, HELLO);

        assertThat(read(account, stored.id(), 7)).isEqualTo("🦆".getBytes(StandardCharsets.UTF_8));
        assertThat(read(account, stored.id(), HELLO.length)).isEmpty();
    }

    @Test
    default void says_that_there_is_nothing_under_an_unknown_name() throws IOException {
        var account = anAccount();
        keep(account, new byte[0]);
        var unknown = EmailBuilder.sha256(HELLO);

        assertThatThrownBy(() -> read(account, unknown, 0)).isInstanceOf(MissingBlobException.class);
        assertThatThrownBy(() -> store().message(account, unknown)).isInstanceOf(MissingBlobException.class);
        assertThatThrownBy(() -> read(anAccount(), unknown, 0)).isInstanceOf(MissingBlobException.class);
    }

    @Test
    default void says_so_also_of_a_message_that_is_gone_when_it_is_opened() throws IOException {
        var account = anAccount();
        var message = store().message(account, keep(account, HELLO).id());

        store().forget(account);

        assertThatThrownBy(message::open).isInstanceOf(MissingBlobException.class);
    }

    @Test
    default void keeps_accounts_apart() throws IOException {
        var stored = keep(anAccount(), HELLO);

        assertThatThrownBy(() -> read(anAccount(), stored.id(), 0)).isInstanceOf(IOException.class);
    }

    @Test
    default void keeps_nothing_of_a_stream_that_breaks() {
        var account = anAccount();
        var broken = new BrokenStream(HELLO);

        assertThatThrownBy(() -> store().store(account, broken)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(account, EmailBuilder.sha256(HELLO), 0)).isInstanceOf(IOException.class);
    }

    @Test
    default void lets_a_message_be_read_again_and_again() throws IOException {
        var account = anAccount();
        var stored = keep(account, HELLO);

        var message = store().message(account, stored.id());

        assertThat(message.size()).isEqualTo(HELLO.length);
        for (int time = 0; time < 2; time++) try (var stream = message.open()) {
            assertThat(stream.readAllBytes()).isEqualTo(HELLO);
        }
    }

    @Test
    default void forgets_an_account_and_no_other() throws IOException {
        var account = anAccount();
        var other = anAccount();
        var stored = keep(account, HELLO);
        keep(other, HELLO);

        store().forget(account);
        store().forget(account);

        assertThatThrownBy(() -> read(account, stored.id(), 0)).isInstanceOf(IOException.class);
        assertThat(read(other, stored.id(), 0)).isEqualTo(HELLO);
    }

    @Test
    default void stores_again_for_an_account_that_was_forgotten() throws IOException {
        var account = anAccount();
        keep(account, HELLO);
        store().forget(account);

        var stored = keep(account, HELLO);

        assertThat(read(account, stored.id(), 0)).isEqualTo(HELLO);
    }
}
