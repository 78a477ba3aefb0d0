package org.waxwing.bootstrap.faults;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.waxwing.application.change.CarryOutChanges;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.change.Deeds;
import org.waxwing.application.change.FolderChoice;
import org.waxwing.application.change.Stands;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.sorting.SortArrivals;
import org.waxwing.application.sorting.Sorter;
import org.waxwing.application.sorting.Unsort;
import org.waxwing.application.sync.Arrivals;
import org.waxwing.application.sync.Claims;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.application.sync.Recall;
import org.waxwing.application.sync.SameFolder;
import org.waxwing.application.sync.SyncAccount;
import org.waxwing.application.sync.SyncFolders;
import org.waxwing.application.sync.SyncMailbox;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.application.world.MovableClock;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.world.ScriptedOAuthClient;
import org.waxwing.mail.imap.FaultyLine;
import org.waxwing.mail.imap.ImapMailProvider;
import org.waxwing.mail.imap.ImapSettings;
import org.waxwing.mail.mime.MimeMessageParser;
import org.waxwing.objects.folder.FolderBlobStore;
import org.waxwing.persistence.jpa.JpaActionLog;
import org.waxwing.persistence.jpa.JpaChangeQueue;
import org.waxwing.persistence.jpa.JpaChangeScope;
import org.waxwing.persistence.jpa.JpaFolderQueue;
import org.waxwing.persistence.jpa.JpaFolderStateStore;
import org.waxwing.persistence.jpa.JpaWorld;

/**
 * The engine on real parts, without the server around it: so that a test can break each of them, and move the clock.
 * One mailbox at a GreenMail of its own, reached over a line that can be made faulty.
 */
final class Lab implements AutoCloseable {
    private static final ImapSettings HASTY = new ImapSettings(
            true, false, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMinutes(9), Duration.ofSeconds(1));

    final MovableClock clock = new MovableClock();
    final FaultyLine line;
    final Account account;
    private final JpaWorld world = JpaWorld.WORLD;
    private final GreenMail server;
    private final GreenMailUser user;
    private final MailProvider provider = new ImapMailProvider(HASTY);
    private final BlobStore blobs;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Ids ids = UUID::randomUUID;
    private final LiveUpdates live = (person, updates) -> {};
    private final ChangeQueue queue = new JpaChangeQueue(world.database());
    private final OpenAccount openAccount = new OpenAccount(
            world.transactions(), world.accounts(), world.vault(), new ScriptedOAuthClient(() -> false, clock), clock,
            Thread::onSpinWait);
    private final WatchAccounts watches = new WatchAccounts(
            world.transactions(), world.watched(), world.accounts(), openAccount, provider, world.outbox(), threads);

    Lab(Path objects, LongSupplier keptFree) throws IOException {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("ada@example.org", "ada", "s3cret");
        line = FaultyLine.to(server.getImap().getPort());
        blobs = new FolderBlobStore(objects, keptFree);
        account = connected(line.endpoint());
    }

    private Account connected(ServerEndpoint endpoint) {
        var owner = world.somebody();
        var connected = new Account(
                new AccountId(UUID.randomUUID()), owner, EmailAddress.of("ada@example.org"), "Ada", endpoint, endpoint,
                clock.instant());
        world.run(owner, () -> {
            world.accounts().add(connected);
            world.vault().keep(connected.id(), new SignIn.Password("ada", new Secret("s3cret")));
        });
        return connected;
    }

    /** Puts numbered messages into the inbox at the server. */
    void deliver(int from, int to, int size) {
        for (int i = from; i <= to; i++)
            user.deliver(TestMessages.of(i, size));
    }

    /** Synchronisation as a node of this name does it. */
    SyncAccount node(String name) {
        var transactions = world.transactions();
        var folders = new JpaFolderStateStore(world.database());
        var claims = new Claims(transactions, world.statuses(), live, clock);
        var arrivals = new Arrivals(transactions, world.mail(), world.states(), blobs, new MimeMessageParser(),
                world.outbox(), ids, claims, new Recall(world.standings(), clock), new SortArrivals(
                        new Sorter(world.accounts(), world.statuses(), world.book(), world.lessons(),
                                world.decisions(), world.habits(), world.preferences()),
                        world.sorting(), world.history(), world.accounts(), clock));
        var syncMailbox = new SyncMailbox(transactions, world.mail(), world.states(), folders, world.statuses(), blobs,
                arrivals, claims, threads, clock);
        var syncFolders = new SyncFolders(transactions, world.mail(),
                new SameFolder(transactions, world.mail(), world.states(), blobs), claims, ids);
        return new SyncAccount(transactions, openAccount, provider, world.mail(), folders,
                world.statuses(), queue, new CarryOutChanges(transactions, queue, world.mail(), live, clock),
                syncFolders, syncMailbox, claims, live, world.outbox(), ids, clock, name);
    }

    /** One pass, as the node asks for when it is due. */
    SyncStatus sync() {
        node("lab").sync(account.owner(), account.id());
        return status();
    }

    /** As {@link #sync}, after so much time. */
    SyncStatus syncAfter(Duration time) {
        clock.pass(time);
        return sync();
    }

    SyncStatus status() {
        return world.as(account.owner(), () -> world.statuses().status(account.id())).orElseThrow();
    }

    /** Whether the house would ask for this account now. */
    boolean isDue() {
        return world.transactions().call(new Actor.House(), () -> world.watched()
                .due(clock.instant(), clock.instant().plus(Duration.ofMinutes(5)))).stream()
                .anyMatch(it -> it.account().equals(account.id()));
    }

    /** How often each subject is in the inbox here. */
    Map<String, Integer> inbox() {
        var subjects = new HashMap<String, Integer>();
        var after = ListPosition.START;
        while (true) {
            var query = new ListQuery(new Scope.OneAccount(account.id(), MailView.IMBOX), false, after, ListQuery.MOST);
            var page = world.as(account.owner(), () -> world.reader().emails(query));
            page.items().forEach(it -> subjects.merge(it.headers().subject().value(), 1, Integer::sum));
            if (!page.more()) return subjects;
            after = page.items().getLast().position();
        }
    }

    /** The messages in the inbox here, latest first, at most a page. */
    List<EmailView> messages() {
        var query = new ListQuery(
                new Scope.OneAccount(account.id(), MailView.IMBOX), false, ListPosition.START, ListQuery.MOST);
        return world.as(account.owner(), () -> world.reader().emails(query)).items();
    }

    ChangeMail changeMail() {
        var folders = new FolderChoice(world.reader(), new JpaFolderQueue(world.database()), ids);
        var deeds = new Deeds(world.transactions(), folders, queue, world.mail(), new Stands(world.standings()),
                new Unsort(world.sorting(), world.mail(), world.lessons(), world.decisions()),
                world.outbox(), live);
        return new ChangeMail(world.transactions(), new JpaChangeScope(world.database()), world.index(), folders, deeds,
                new JpaActionLog(world.database()), ids, clock);
    }

    WatchAccounts watches() {
        return watches;
    }

    /** How many wishes to synchronise this account wait. */
    long wishes() {
        return world.transactions().call(new Actor.House(),
                () -> world.outbox().take(1_000, clock.instant(), clock.instant()).stream()
                        .filter(it -> it.event().account().equals(account.id()))
                        .count());
    }

    /** The subjects in a folder at the server. */
    List<String> atServer(String folder) {
        try {
            var managed = server.getManagers().getImapHostManager();
            var found = managed.getFolder(user, folder);
            return found == null ? List.of() : found.getMessages().stream().map(it -> {
                try {
                    return it.getMimeMessage().getSubject();
                } catch (jakarta.mail.MessagingException e) {
                    throw new IllegalStateException(e);
                }
            }).collect(Collectors.toList());
        } catch (RuntimeException e) {
            throw new IllegalStateException("The server's folder cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        watches.forgetAll();
        line.close();
        server.stop();
        threads.close();
    }
}
