package org.waxwing.bootstrap.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.waxwing.bootstrap.demo.DemoMailServer;
import org.waxwing.bootstrap.server.CachedFolder;
import org.waxwing.bootstrap.server.Lifeline;
import org.waxwing.bootstrap.server.ServerAssembly;

/**
 * PostgreSQL, Keycloak, the demo mail server and WildFly with Waxwing in it, started and stopped side by side. What slows the start is processor time, so the longest chain (Keycloak's build and first start) goes
 * first and the others fill the gaps.
 */
public final class LocalStack implements AutoCloseable {
    private final Plan plan;
    private final Secrets secrets;
    private final List<AutoCloseable> started = new ArrayList<>();
    private final CompletableFuture<Lifeline> died = new CompletableFuture<>();
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    private LocalStack(Plan plan, Secrets secrets) {
        this.plan = plan;
        this.secrets = secrets;
    }

    /**
     * What to start.
     *
     * @param folder data and logs of this stack
     * @param cache assembled servers; may be shared by stacks that follow one another
     * @param environment settings of the server beyond those the stack makes itself
     * @param flags of the server's JVM: heap, collector and compilers
     */
    public record Plan(
            DataFolder folder,
            Path cache,
            Ports ports,
            Artifacts artifacts,
            Map<String, String> environment,
            List<String> flags,
            ProgressLog progress) {
        /** A stack whose server starts quickly and stays small. */
        public Plan(
                DataFolder folder,
                Path cache,
                Ports ports,
                Artifacts artifacts,
                Map<String, String> environment,
                ProgressLog progress) {
            this(folder, cache, ports, artifacts, environment, WildFlyServer.FLAGS, progress);
        }
    }

    /** The running parts. */
    public record Running(PostgresServer postgres, KeycloakServer keycloak, WildFlyServer wildFly,
            DemoMailServer mail) {}

    /** A stack of which nothing runs yet, so that it can be closed while it starts. */
    public static LocalStack of(Plan plan) throws IOException {
        return new LocalStack(plan, Secrets.in(plan.folder().path()));
    }

    /**
     * Starts everything; returns when everything answers. If anything fails, all of it is stopped again.
     *
     * @throws LocalRunException what failed, in a sentence, with the end of its log
     */
    public Running start() throws IOException, InterruptedException {
        try {
            var finished = new ExecutorCompletionService<Object>(starters);
            Future<Path> keycloakHome = submit(finished, this::keycloakHome);
            Future<Path> wildFlyHome = submit(finished, this::wildFlyHome);
            Future<PostgresServer> postgres = submit(finished, this::postgres);
            Future<DemoMailServer> mail = submit(finished, this::mail);
            Future<KeycloakServer> keycloak = submit(finished, () -> keycloak(result(keycloakHome)));
            Future<WildFlyServer> wildFly = submit(finished, () -> wildFly(result(wildFlyHome), result(postgres)));
            for (int i = 0; i < 6; i++) {
                // in the order in which they end, so that the first failure ends the start
                result(finished.take());
            }
            return new Running(result(postgres), result(keycloak), result(wildFly), result(mail));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Completes with the first child that ends although nobody stopped it. */
    public CompletableFuture<Lifeline> died() {
        return died;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Ports ports() {
        return plan.ports();
    }

    /** Stops everything, what is still starting as well: all at the same time but the database, which goes last. */
    @Override
    public synchronized void close() {
        closed = true;
        starters.shutdownNow();
        var databases = started.stream().filter(PostgresServer.class::isInstance).toList();
        started.removeAll(databases);
        stop(started);
        stop(databases);
        started.clear();
    }

    private void stop(Collection<AutoCloseable> servers) {
        try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (AutoCloseable server : servers) {
                stoppers.execute(() -> stop(server));
            }
        }
    }

    private void stop(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception failure) {
            plan.progress().say("Could not stop in order: " + failure.getMessage());
        }
    }

    private Path keycloakHome() throws IOException, InterruptedException {
        Path home = KeycloakServer.built(
                plan.artifacts().keycloak(), plan.cache(), plan.folder().logs());
        plan.progress().say("Keycloak is built.");
        return home;
    }

    private KeycloakServer keycloak(Path home) throws IOException, InterruptedException {
        KeycloakServer server = KeycloakServer.start(
                home,
                plan.artifacts().realms(),
                plan.folder().path().resolve("keycloak"),
                plan.folder().logs(),
                plan.ports(),
                secrets);
        keep(server, server.process());
        server.awaitReady();
        plan.progress().say("Keycloak answers.");
        return server;
    }

    private Path wildFlyHome() throws IOException, InterruptedException {
        Artifacts artifacts = plan.artifacts();
        Path home = new ServerAssembly(artifacts.wildfly(), artifacts.driver(), artifacts.scripts()).in(plan.cache());
        plan.progress().say("WildFly is assembled.");
        return home;
    }

    private WildFlyServer wildFly(Path home, PostgresServer postgres) throws IOException, InterruptedException {
        WildFlyServer server = WildFlyServer.start(new WildFlyServer.Place(
                home,
                plan.folder().path().resolve("wildfly"),
                plan.artifacts().deployable(),
                plan.folder().logs().resolve("wildfly.log"),
                plan.ports(),
                plan.flags(),
                environment(postgres)));
        keep(server, server.process());
        server.awaitReady();
        plan.progress().say("WildFly answers.");
        return server;
    }

    private PostgresServer postgres() throws IOException, InterruptedException {
        PostgresServer server = PostgresServer.start(
                plan.cache(),
                plan.folder().path().resolve("postgres"),
                plan.folder().logs(),
                plan.ports().postgres(),
                secrets);
        keep(server, server.process());
        plan.progress().say("PostgreSQL answers.");
        return server;
    }

    private DemoMailServer mail() throws IOException {
        DemoMailServer server = DemoMailServer.start(
                plan.folder().path(), plan.ports().demoImap(), plan.ports().demoSmtp());
        keep(server);
        plan.progress().say("The demo mail server answers.");
        return server;
    }

    private Map<String, String> environment(PostgresServer postgres) {
        Ports ports = plan.ports();
        var environment = new HashMap<String, String>();
        environment.put("WAXWING_DB_URL", postgres.url());
        environment.put("WAXWING_DB_USER", "waxwing_app");
        environment.put("WAXWING_DB_PASSWORD", secrets.databaseApplication());
        environment.put("WAXWING_DB_OWNER_USER", "waxwing_owner");
        environment.put("WAXWING_DB_OWNER_PASSWORD", secrets.databaseOwner());
        environment.put("WAXWING_OIDC_ISSUER", "http://127.0.0.1:" + ports.keycloak() + "/realms/waxwing");
        environment.put("WAXWING_OIDC_CLIENT_SECRET", secrets.oidcClient());
        environment.put("WAXWING_PUBLIC_URL", "http://127.0.0.1:" + ports.http());
        environment.put("WAXWING_CREDENTIAL_KEY", secrets.credentialKey());
        environment.put(
                "WAXWING_OBJECTS_DIR", plan.folder().path().resolve("objects").toString());
        environment.put("WAXWING_LOG_FORMAT", "text");
        environment.put("WAXWING_MAIL_ALLOW_PRIVATE_HOSTS", "true");
        environment.put("WAXWING_IMAGES_ALLOW_PRIVATE_HOSTS", "true");
        environment.put("WAXWING_WEBHOOK_TRUSTED_HOSTS", "127.0.0.1");
        environment.put("WAXWING_MAIL_ACCEPT_ANY_CERTIFICATE", "true");
        environment.put(
                "WAXWING_MAIL_KNOWN_DOMAINS",
                "waxwing.example=imap:127.0.0.1:" + ports.demoImap() + ":none,smtp:127.0.0.1:" + ports.demoSmtp()
                        + ":none;user=localpart");
        environment.putAll(plan.environment());
        return environment;
    }

    private void keep(AutoCloseable server, Lifeline process) throws IOException {
        keep(server);
        process.whenGone(() -> {
            if (!closed) died.complete(process);
        });
    }

    private synchronized void keep(AutoCloseable server) throws IOException {
        started.add(server);
        if (closed) {
            close();
            throw new LocalRunException("Stopped while starting.");
        }
    }

    private static <T> Future<T> submit(ExecutorCompletionService<Object> finished, Callable<T> step) {
        var task = new FutureTask<>(step);
        var unused = finished.submit(() -> {
            task.run();
            return result(task);
        });
        return task;
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException known) throw known;
            if (failure.getCause() instanceof InterruptedException)
                throw new LocalRunException("Stopped while starting.");
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Removes the folders of a stack that is stopped, for tests that want to begin anew. */
    public static void forget(Path folder) throws IOException {
        CachedFolder.delete(folder);
    }

    /** The servers that are children, for measuring. */
    public static List<Lifeline> processes(Running running) {
        return List.of(
                running.postgres().process(), running.keycloak().process(), running.wildFly().process());
    }

    /** The address of the pages. */
    public URI web() {
        return URI.create("http://127.0.0.1:" + plan.ports().http() + "/");
    }
}
