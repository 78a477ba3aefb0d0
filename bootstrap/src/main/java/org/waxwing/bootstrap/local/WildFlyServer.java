package org.waxwing.bootstrap.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.bootstrap.server.CachedFolder;
import org.waxwing.bootstrap.server.JavaProcess;
import org.waxwing.bootstrap.server.Lifeline;
import org.waxwing.bootstrap.server.ServerAssembly;

/**
 * One WildFly with Waxwing in it. The home is shared and read-only; what this server writes (queues, transaction log)
 * lies in its base folder and survives, so that it can be killed and started again.
 */
public final class WildFlyServer implements AutoCloseable {
    /** Heap, collector and compilers, unless somebody asks for others: right for trying out, wrong for measuring. */
    static final List<String> FLAGS = JavaProcess.quickStart(448);

    private static final Duration START_TIME = Duration.ofMinutes(4);
    private static final Duration STOP_TIME = Duration.ofSeconds(20);
    private static final String DEPLOYMENT = "waxwing.war";

    private final Place place;
    private Lifeline process;

    private WildFlyServer(Place place, Lifeline process) {
        this.place = place;
        this.process = process;
    }

    /**
     * Where a server runs and with what.
     *
     * @param home from {@link ServerAssembly}
     * @param base this server's own folder
     * @param deployable the WAR, as a file or unpacked
     * @param flags of its JVM: heap, collector and compilers
     * @param environment every setting of the server
     */
    record Place(
            Path home,
            Path base,
            Path deployable,
            Path log,
            Ports ports,
            List<String> flags,
            Map<String, String> environment) {}

    /** Starts a server; returns at once. */
    static WildFlyServer start(Place place) throws IOException, InterruptedException {
        return new WildFlyServer(place, launch(place, place.flags(), Map.of()));
    }

    /** Returns when the deployment answers, at the latest after some minutes. */
    public void awaitReady() throws LocalRunException, InterruptedException {
        new HttpProbe().await(management().resolve("/health/ready"), process, START_TIME, this::deploymentFailure);
    }

    /** Kills it as {@code kill -9} would. */
    public void killHard() throws InterruptedException {
        process.killHard();
    }

    /**
     * Starts it again after {@link #close} or {@link #killHard}, on the same base folder; returns when it is ready.
     *
     * @param changes settings of this start alone; they win over those of the first
     */
    public void startAgain(Map<String, String> changes) throws IOException, InterruptedException {
        startAgain(place.flags(), changes);
    }

    /** The same, with other flags of its JVM for this start alone. */
    public void startAgain(List<String> flags, Map<String, String> changes) throws IOException, InterruptedException {
        process = launch(place, flags, changes);
        awaitReady();
    }

    /** The address of the pages and the API. */
    public URI web() {
        return URI.create("http://127.0.0.1:" + place.ports().http() + "/");
    }

    /** The address of health and metrics. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + place.ports().management() + "/");
    }

    public Lifeline process() {
        return process;
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.close();
    }

    private static Lifeline launch(Place place, List<String> flags, Map<String, String> changes)
            throws IOException, InterruptedException {
        prepareBase(place);
        var environment = new HashMap<>(place.environment());
        environment.putAll(changes);
        environment.put("WAXWING_HTTP_PORT", Integer.toString(place.ports().http()));
        environment.put("WAXWING_MANAGEMENT_PORT", Integer.toString(place.ports().management()));
        var arguments = new ArrayList<>(List.of(
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + place.home(),
                "-Djboss.server.base.dir=" + place.base(),
                "--server-config=" + ServerAssembly.CONFIGURATION));
        if (environment.containsKey("WAXWING_OTLP_ENDPOINT")) {
            arguments.add("--yaml=" + place.base().resolve("configuration").resolve(ServerAssembly.METRICS_PUSH));
        }
        List<String> command = JavaProcess.wildfly(
                place.home(),
                flags,
                List.of("-Djava.net.preferIPv4Stack=true", "-Djboss.modules.system.pkgs=org.jboss.byteman"),
                arguments);
        return Lifeline.start(
                new Lifeline.Child("WildFly", command, environment, place.log(), "TERM", STOP_TIME));
    }

    private static void prepareBase(Place place) throws IOException {
        for (String remade : List.of("configuration", "deployments", "tmp")) {
            CachedFolder.delete(place.base().resolve(remade));
        }
        CachedFolder.copy(place.home().resolve("standalone"), place.base());
        Path deployments = Files.createDirectories(place.base().resolve("deployments"));
        Path target = deployments.resolve(DEPLOYMENT);
        if (Files.isDirectory(place.deployable())) {
            CachedFolder.copy(place.deployable(), target);
            Files.createFile(deployments.resolve(DEPLOYMENT + ".dodeploy"));
        } else {
            Files.copy(place.deployable(), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Optional<String> deploymentFailure() {
        Path marker = place.base().resolve("deployments").resolve(DEPLOYMENT + ".failed");
        return Files.exists(marker) ? Optional.of("could not deploy Waxwing") : Optional.empty();
    }
}
