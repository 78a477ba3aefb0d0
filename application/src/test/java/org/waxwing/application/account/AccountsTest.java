package org.waxwing.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.application.account.DiscoverSettings.Result;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.world.CountingAttemptLimit;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sync.SyncStatus.Phase;

class AccountsTest {
    private final House house = new House();

    private ListAccounts listAccounts() {
        return new ListAccounts(
                house.transactions(), house.world().accounts(), house.world().statuses(), house.watchAccounts());
    }

    @Test
    void lists_own_accounts_with_how_they_are() {
        var account = house.connected();
        house.connected();
        house.watchAccounts().watch(account.owner(), account.id());

        var listed = listAccounts().list(account.owner());

        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().account()).isEqualTo(account);
        assertThat(listed.getFirst().status().phase()).isEqualTo(Phase.IDLE);
        assertThat(listed.getFirst().watched()).isTrue();
    }

    @Test
    void lists_nothing_for_whoever_has_nothing() {
        house.connected();

        assertThat(listAccounts().list(house.world().somebody())).isEmpty();
    }

    @Test
    void removes_an_own_account_with_its_rows_and_then_its_bytes() {
        var account = house.connected();
        house.server().inbox().deliver(anEmail());
        house.sync(account);
        house.events().clear();

        var removed = house.removeAccount().remove(account.owner(), account.id());
        house.mailFlow().handle(house.events().waiting().getFirst());

        assertThat(removed).isTrue();
        assertThat(house.events().waiting())
                .containsExactly(new MailEvent.AccountRemoved(account.owner(), account.id()));
        assertThat(listAccounts().list(account.owner())).isEmpty();
        assertThat(house.blobs().count(account.id())).isZero();
    }

    @Test
    void removes_no_account_of_somebody_else() {
        var account = house.connected();

        assertThat(house.removeAccount().remove(house.world().somebody(), account.id())).isFalse();

        assertThat(house.events().waiting()).isEmpty();
        assertThat(listAccounts().list(account.owner())).hasSize(1);
    }

    @Test
    void asks_for_redelivery_when_bytes_are_left() {
        var cleanUp = new CleanUpAccount(new StuckBlobs());
        var account = house.connected().id();

        assertThatThrownBy(() -> cleanUp.cleanUp(account)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void finds_settings_or_tells_why_not() {
        var account = house.connected();
        var settings = new SuggestedSettings(
                account.incoming(), account.outgoing(), "ada", SuggestedSettings.Source.DOMAIN);
        var discover = new DiscoverSettings(
                address -> address.domain().equals("example.org") ? Optional.of(settings) : Optional.empty(),
                new CountingAttemptLimit());

        assertThat(discover.discover(account.owner(), EmailAddress.of("ada@example.org")))
                .isEqualTo(new Result.Found(settings));
        assertThat(discover.discover(account.owner(), EmailAddress.of("ada@nowhere.example")))
                .isEqualTo(new Result.NotFound());
        assertThat(discover.discover(account.owner(), EmailAddress.of("ada")))
                .isEqualTo(new Result.NotAnAddress());
    }

    @Test
    void stops_whoever_looks_for_one_address_after_the_other() {
        var ada = house.world().somebody();
        var discover = new DiscoverSettings(address -> Optional.empty(), new CountingAttemptLimit());
        var results = new ArrayList<Result>();
        for (int time = 0; time <= CountingAttemptLimit.MOST; time++)
            results.add(discover.discover(ada, EmailAddress.of("ada@nowhere" + time + ".example")));

        assertThat(results.getLast()).isEqualTo(new Result.TooManyAttempts());
        assertThat(List.copyOf(results.subList(0, results.size() - 1))).containsOnly(new Result.NotFound());
    }

    /** Keeps nothing and lets go of nothing. */
    private static final class StuckBlobs implements BlobStore {
        @Override
        public Stored store(AccountId account, InputStream bytes) throws IOException {
            throw new IOException("stuck");
        }

        @Override
        public InputStream open(AccountId account, BlobId id, long offset) throws IOException {
            throw new IOException("stuck");
        }

        @Override
        public RawMessage message(AccountId account, BlobId id) throws IOException {
            throw new IOException("stuck");
        }

        @Override
        public void forget(AccountId account) throws IOException {
            throw new IOException("stuck");
        }
    }
}
