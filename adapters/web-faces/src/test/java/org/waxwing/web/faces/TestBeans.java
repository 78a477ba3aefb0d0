package org.waxwing.web.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.mailbox.CountViews;
import org.waxwing.application.mailbox.ListLabels;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.mailbox.NameMailboxes;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.preferences.Preferences;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.SyncStatusStore;

/** Page beans without a container, for somebody without accounts. */
// it stands in for the container, which would fill the fields
@SuppressWarnings("UnnecessaryAssignment")
public final class TestBeans {
    private TestBeans() {}

    /** Whatever a test needs of a type with many methods: what each answers, by its name. */
    public static <T> T fake(Class<T> type, Map<String, Supplier<?>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (self, method, given) -> {
            var answer = answers.get(method.getName());
            if (answer == null) throw new AssertionError(type.getSimpleName() + "." + method.getName() + " was asked");
            return answer.get();
        }));
    }

    /** Transactions that are none. */
    public static final class Direct implements Transactions {
        @Override
        public <T> T call(Actor actor, Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable task) {
            task.run();
        }
    }

    /** Anna, who is signed in. */
    public static CurrentUser anna() {
        var zero = new UUID(0, 0);
        var anna = new Person(new PersonId(zero), new OrganisationId(zero), new UntrustedText("Anna"),
                EmailAddress.of("anna@example.org"));
        return fake(CurrentUser.class, Map.of("person", () -> anna));
    }

    /** A viewer whose browser sends {@code request}, who has chosen nothing. */
    public static Viewer viewer(HttpServletRequest request) {
        var viewer = new Viewer();
        viewer.request = request;
        viewer.choices = new Choices() {
            @Override
            public Preferences get() {
                return Preferences.USUAL;
            }
        };
        viewer.choices.request = request;
        return viewer;
    }

    /** The texts that the viewer reads. */
    public static Words words(Viewer viewer) {
        var words = new Words();
        words.viewer = viewer;
        return words;
    }

    /** What surrounds the page: no accounts, no folders. */
    public static Shell shell(Viewer viewer) {
        var direct = new Direct();
        var accounts = fake(AccountStore.class, Map.of("all", List::of));
        var provider = fake(MailProvider.class, Map.of());
        var watches = new WatchAccounts(
                direct,
                fake(WatchedAccounts.class, Map.of()),
                accounts,
                new OpenAccount(direct, accounts, fake(CredentialVault.class, Map.of()),
                        fake(OAuthClient.class, Map.of()), Clock.systemUTC(), Thread::onSpinWait),
                provider,
                fake(MailEvents.class, Map.of()),
                Runnable::run);
        var shell = new Shell();
        shell.user = anna();
        shell.viewer = viewer;
        shell.words = words(viewer);
        shell.listAccounts = new ListAccounts(direct, accounts, fake(SyncStatusStore.class, Map.of("all", Map::of)),
                watches);
        var reader = fake(MailReader.class, Map.of(
                "mailboxes", List::of, "unreadIn", Map::of, "labels", List::of, "putAway", Map::of, "total", () -> 0L,
                "unread", () -> 0L));
        shell.listMailboxes = new ListMailboxes(direct, reader);
        shell.listLabels = new ListLabels(direct, reader);
        shell.countViews = new CountViews(direct, reader);
        shell.nameMailboxes = new NameMailboxes(direct, reader);
        return shell;
    }
}
