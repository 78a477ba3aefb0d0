package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.images.ImageTrust;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.TestimonyStore;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Doorstep;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.domain.triage.Standings;
import org.waxwing.domain.world.World;

/** The stores over the tests' database, as the server has them: one entity manager that belongs to the transaction. */
public final class JpaWorld implements World {
    static final CredentialKey KEY = CredentialKey.ofHex("0123456789abcdef".repeat(4));
    public static final JpaWorld WORLD = new JpaWorld();

    private final ThreadLocal<Optional<Running>> running = ThreadLocal.withInitial(Optional::empty);
    private final EntityManager database = (EntityManager) Proxy.newProxyInstance(
            JpaWorld.class.getClassLoader(),
            new Class<?>[]{EntityManager.class},
            (proxy, method, arguments) -> {
                try {
                    return method.invoke(running().database(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    private final Transactions transactions = new InOneThread();

    private record Running(EntityManager database, List<Runnable> afterwards) {}

    private Running running() {
        return running.get().orElseThrow(() -> new IllegalStateException("No transaction is running"));
    }

    public EntityManager database() {
        return database;
    }

    public Transactions transactions() {
        return transactions;
    }

    public JpaOutbox outbox() {
        return new JpaOutbox(database);
    }

    public JpaStalledJobs stalled() {
        return new JpaStalledJobs(database);
    }

    public JpaWatchedAccounts watched() {
        return new JpaWatchedAccounts(database);
    }

    @Override
    public <T> T as(PersonId person, Supplier<T> work) {
        return transactions.call(Actor.of(person), work);
    }

    @Override
    public PersonStore people() {
        return new JpaPersonStore(database);
    }

    @Override
    public PreferenceStore preferences() {
        return new JpaPreferenceStore(database);
    }

    @Override
    public AccountStore accounts() {
        return new JpaAccountStore(database);
    }

    @Override
    public CredentialVault vault() {
        return new JpaCredentialVault(database, KEY);
    }

    @Override
    public MailStore mail() {
        return new JpaMailStore(database);
    }

    @Override
    public SyncStateStore states() {
        return new JpaSyncStateStore(database);
    }

    @Override
    public SyncStatusStore statuses() {
        return new JpaSyncStatusStore(database);
    }

    @Override
    public FolderStateStore folders() {
        return new JpaFolderStateStore(database);
    }

    @Override
    public ChangeQueue changes() {
        return new JpaChangeQueue(database);
    }

    @Override
    public FolderQueue folderQueue() {
        return new JpaFolderQueue(database);
    }

    @Override
    public ActionLog actions() {
        return new JpaActionLog(database);
    }

    @Override
    public ChangeScope scope() {
        return new JpaChangeScope(database);
    }

    @Override
    public Standings standings() {
        return new JpaStandings(database);
    }

    @Override
    public MailReader reader() {
        return new JpaMailReader(database);
    }

    @Override
    public SenderBook book() {
        return new JpaSenderBook(database);
    }

    @Override
    public TestimonyStore testimonies() {
        return new JpaTestimonyStore(database);
    }

    @Override
    public ImageTrust imageTrust() {
        return new JpaImageTrust(database);
    }

    public LessonStore lessons() {
        return new JpaLessonStore(database);
    }

    public RuleStore rules() {
        return new JpaRuleStore(database);
    }

    @Override
    public SortingStore sorting() {
        return new JpaSortingStore(database);
    }

    @Override
    public DecisionStore decisions() {
        return new JpaDecisionStore(database);
    }

    @Override
    public JobStore jobs() {
        return new JpaJobStore(database);
    }

    @Override
    public HabitStore habits() {
        return new JpaHabitStore(database);
    }

    @Override
    public Doorstep doorstep() {
        return new JpaDoorstep(database);
    }

    @Override
    public MailHistory history() {
        return new JpaMailHistory(database);
    }

    @Override
    public EmailIndex index() {
        return new JpaEmailIndex(database);
    }

    /** Transactions as the server's, on a connection of their own. */
    private final class InOneThread implements Transactions {
        @Override
        public <T> T call(Actor actor, Supplier<T> work) {
            if (running.get().isPresent()) throw new IllegalStateException("Transactions are never nested");
            var now = new Running(TestDatabase.factory().createEntityManager(), new ArrayList<>());
            running.set(Optional.of(now));
            T result;
            try (var entities = now.database()) {
                var transaction = entities.getTransaction();
                transaction.begin();
                try {
                    new RowLevelSecurity(database).enter(actor);
                    result = work.get();
                    transaction.commit();
                } finally {
                    if (transaction.isActive()) transaction.rollback();
                }
            } finally {
                running.remove();
            }
            now.afterwards().forEach(Runnable::run);
            return result;
        }

        @Override
        public void afterCommit(Runnable task) {
            running().afterwards().add(task);
        }
    }
}
