package org.waxwing.bootstrap.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.waxwing.bootstrap.server.Lifeline;

/** The command behind {@code mvn -Prun}: starts everything, says where it is, and stops all of it together. */
public final class Launcher {
    private static final int LOG_LINES = 20;

    private final Map<String, String> environment;
    private final ProgressLog progress;

    private Launcher(Map<String, String> environment, ProgressLog progress) {
        this.environment = environment;
        this.progress = progress;
    }

    /** Exit code 0 after Ctrl-C, 1 if it could not start or a server died. */
    public static void main(String[] arguments) {
        Instant start = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        var launcher = new Launcher(System.getenv(), new ProgressLog(System.out, start));
        try {
            launcher.run();
        } catch (IOException | ExecutionException refused) {
            launcher.progress.say(String.valueOf(refused.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        System.exit(1);
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        Ports ports = Ports.of(environment);
        Path wanted = Path.of(environment.getOrDefault("WAXWING_DATA", System.getProperty("waxwing.data", ".waxwing")));
        try (DataFolder folder = DataFolder.open(wanted)) {
            Optional<String> objection = ports.objection();
            if (objection.isPresent()) throw new LocalRunException(objection.get());
            progress.say("Starting; data folder " + folder.path() + ".");
            LocalStack stack = LocalStack.of(new LocalStack.Plan(
                    folder,
                    folder.path().resolve("cache"),
                    ports,
                    Artifacts.ofSystemProperties(),
                    handedOn(),
                    progress));
            stopTogether(stack);
            LocalStack.Running running = stack.start();
            connectDemoMailboxes(stack, running);
            System.out.println(box(folder, stack));
            Lifeline dead = stack.died().get();
            throw new LocalRunException(
                    dead.name() + " ended; everything is being stopped. The end of " + dead.log() + ":\n"
                            + dead.lastLines(LOG_LINES));
        }
    }

    /** However we end, short of being killed, the servers are stopped first; if we are killed, their lifelines do it. */
    private void stopTogether(LocalStack stack) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            progress.say("Stopping.");
            stack.close();
            progress.say("Stopped.");
        }));
        ParentWatch.whenGone(() -> System.exit(0));
    }

    private void connectDemoMailboxes(LocalStack stack, LocalStack.Running running) throws InterruptedException {
        var accounts = new DemoAccounts(stack.web(), running.keycloak().issuer(), stack.ports());
        for (String person : List.of("alice", "bob")) {
            try {
                accounts.connect(person);
                progress.say("The demo mailbox of " + person + " is connected.");
            } catch (IOException refused) {
                progress.say("The demo mailbox of " + person + " could not be connected: " + refused.getMessage());
            }
        }
    }

    /** Settings of the server that the person at the terminal has set; they win over ours. */
    private Map<String, String> handedOn() {
        return environment.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("WAXWING_"))
                .filter(setting -> !setting.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String box(DataFolder folder, LocalStack stack) {
        Ports ports = stack.ports();
        return Box.around(List.of(
                "Waxwing is running at http://127.0.0.1:" + ports.http(),
                "",
                "Sign in as      alice / alice   (administrator)",
                "                bob / bob",
                "A third mailbox to add by hand: studio@waxwing.example, password studio",
                "                IMAP 127.0.0.1:" + ports.demoImap() + ", SMTP 127.0.0.1:" + ports.demoSmtp()
                        + ", no encryption",
                "Keycloak        http://127.0.0.1:" + ports.keycloak() + "/admin   admin / "
                        + stack.secrets().keycloakAdmin(),
                "Health, metrics http://127.0.0.1:" + ports.management() + "/health and /metrics",
                "Data and logs   " + folder.path(),
                "",
                "Ctrl-C stops everything."));
    }
}
