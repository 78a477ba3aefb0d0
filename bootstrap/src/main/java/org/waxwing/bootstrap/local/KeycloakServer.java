package org.waxwing.bootstrap.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.bootstrap.server.Archives;
import org.waxwing.bootstrap.server.CachedFolder;
import org.waxwing.bootstrap.server.JavaProcess;
import org.waxwing.bootstrap.server.Lifeline;

/** Keycloak on 127.0.0.1 with the realm {@code waxwing}; the built server is cached, its data survive restarts. */
public final class KeycloakServer implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 320;
    private static final Duration BUILD_TIME = Duration.ofMinutes(4);
    private static final Duration START_TIME = Duration.ofMinutes(4);
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    /**
     * Without a system bus (as in containers) the look for SSSD waits ten seconds for one, while building; an address
     * that nobody understands is refused at once.
     */
    private static final Map<String, String> NO_SYSTEM_BUS = Map.of("DBUS_SYSTEM_BUS_ADDRESS", "none:");

    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--health-enabled=true");

    private final Lifeline process;
    private final Ports ports;

    private KeycloakServer(Lifeline process, Ports ports) {
        this.process = process;
        this.ports = ports;
    }

    /** The unpacked and built server in {@code cache}; built once for the same inputs. */
    static Path built(Path archive, Path cache, Path logs) throws IOException, InterruptedException {
        String key = CachedFolder.key(List.of(archive), List.of(), BUILD);
        return CachedFolder.get(cache, "keycloak", key, home -> {
            Archives.untarGz(archive, home);
            var build = new Lifeline.Child(
                    "Keycloak's build",
                    command(home, home, BUILD),
                    NO_SYSTEM_BUS,
                    logs.resolve("keycloak-build.log"),
                    "TERM",
                    Duration.ofSeconds(2));
            Lifeline.run(build, BUILD_TIME);
        });
    }

    /** Starts the server; returns at once. The realm is imported when {@code data} is new. */
    static KeycloakServer start(Path built, Path realms, Path data, Path logs, Ports ports, Secrets secrets)
            throws IOException, InterruptedException {
        linkPrograms(built, data);
        Path imports = Files.createDirectories(data.resolve("data").resolve("import"));
        LocalRealm.write(realms, imports.resolve("waxwing-realm.json"));
        var environment = new HashMap<>(NO_SYSTEM_BUS);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
        environment.put("WAXWING_PUBLIC_URL", "http://127.0.0.1:" + ports.http());
        environment.put("WAXWING_OIDC_CLIENT_SECRET", secrets.oidcClient());
        List<String> start = List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=http://127.0.0.1:" + ports.keycloak());
        var child = new Lifeline.Child(
                "Keycloak", command(built, data, start), environment, logs.resolve("keycloak.log"), "TERM", STOP_TIME);
        return new KeycloakServer(Lifeline.start(child), ports);
    }

    /** Returns when the realm answers. */
    void awaitReady() throws LocalRunException, InterruptedException {
        // not its health, which writes a line to the log for every answer until it is up
        new HttpProbe()
                .await(URI.create(issuer() + "/.well-known/openid-configuration"), process, START_TIME,
                        Optional::empty);
    }

    /** The issuer of the realm's tokens. */
    public URI issuer() {
        return URI.create("http://127.0.0.1:" + ports.keycloak() + "/realms/waxwing");
    }

    public Lifeline process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    /** Keycloak wants its programs and its data under one home: a home of this run's own, with links to the programs. */
    private static void linkPrograms(Path built, Path data) throws IOException {
        Files.createDirectories(data);
        for (String part : List.of("lib", "conf", "providers", "themes")) {
            Path link = data.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, built.resolve(part));
        }
    }

    /** What {@code kc.sh} runs, without its shell: data lie in {@code data}, programs in {@code built}. */
    private static List<String> command(Path built, Path data, List<String> arguments) {
        var rest = new ArrayList<>(List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + data,
                "-Djboss.server.config.dir=" + built.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                built.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        rest.addAll(arguments);
        return JavaProcess.command(HEAP_MEGABYTES, rest);
    }
}
