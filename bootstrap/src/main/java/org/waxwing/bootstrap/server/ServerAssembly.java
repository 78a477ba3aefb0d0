package org.waxwing.bootstrap.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a configured WildFly home from the distribution, the CLI scripts (run in the order of their names, in one run of
 * the offline CLI) and the PostgreSQL driver as module {@code org.postgresql}. Nothing writes into the home afterwards:
 * every server that runs from it has a base folder of its own.
 *
 * @param distribution the WildFly zip
 * @param driver the PostgreSQL driver's jar
 * @param scripts the folder with {@code *.cli}
 */
public record ServerAssembly(Path distribution, Path driver, Path scripts) {
    /** The one server configuration that the home holds. */
    public static final String CONFIGURATION = "waxwing.xml";

    /** Additions for servers that push their metrics; beside the configuration. */
    public static final String METRICS_PUSH = "otlp.yaml";

    private static final String ORIGIN = "standalone-full.xml";
    private static final List<String> UNWANTED = List.of(
            "docs/", "domain/", "appclient/", "welcome-content/", "bin/client/",
            "modules/system/layers/base/org/jboss/as/console/");
    /** Copied as they are, beside the configuration. */
    private static final List<String> BESIDE = List.of(METRICS_PUSH, "logging.properties");

    private static final String SCRIPT = ".cli";
    private static final int CLI_HEAP_MEGABYTES = 320;
    private static final Duration CLI_TIME = Duration.ofMinutes(3);

    /** The home in {@code cache}, assembled unless the same inputs have been before. */
    public Path in(Path cache) throws IOException, InterruptedException {
        var files = new ArrayList<>(orderedScripts());
        BESIDE.forEach(file -> files.add(scripts.resolve(file)));
        String key = CachedFolder.key(List.of(distribution, driver), files, List.of(DriverModule.descriptor("")));
        return CachedFolder.get(cache, "wildfly", key, this::assemble);
    }

    /** Fills an empty folder with the home. */
    public void assemble(Path home) throws IOException, InterruptedException {
        Archives.unzip(distribution, home, name -> UNWANTED.stream().noneMatch(name::startsWith));
        DriverModule.install(driver, home);
        Path configurations = home.resolve("standalone").resolve("configuration");
        Files.move(configurations.resolve(ORIGIN), configurations.resolve(CONFIGURATION));
        configure(home);
        for (String file : BESIDE) {
            Files.copy(scripts.resolve(file), configurations.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        try (var others = Files.newDirectoryStream(configurations, "standalone*.xml")) {
            for (Path other : others) {
                Files.delete(other);
            }
        }
        for (String leftover : List.of("data", "log", "tmp", "configuration/standalone_xml_history")) {
            CachedFolder.delete(home.resolve("standalone").resolve(leftover));
        }
    }

    private List<Path> orderedScripts() throws IOException {
        try (var files = Files.list(scripts)) {
            return files.filter(file -> file.toString().endsWith(SCRIPT)).sorted().toList();
        }
    }

    private void configure(Path home) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        lines.add("embed-server --server-config=" + CONFIGURATION + " --std-out=discard");
        for (Path script : orderedScripts()) {
            lines.addAll(Files.readAllLines(script));
        }
        lines.add("stop-embedded-server");
        Path script = Files.write(home.resolve("assembly.cli"), lines);
        Path output = home.resolve("assembly.log");
        List<String> command = JavaProcess.wildfly(
                home,
                JavaProcess.quickStart(CLI_HEAP_MEGABYTES),
                List.of("-Djboss.home.dir=" + home, "-Dorg.jboss.as.cli.history.enabled=false"),
                List.of("org.jboss.as.cli", "--file=" + script));
        Map<String, String> environment = Map.of("JBOSS_HOME", home.toString());
        Lifeline.run(
                new Lifeline.Child("WildFly's CLI", command, environment, output, "TERM", Duration.ofSeconds(2)),
                CLI_TIME);
        Files.delete(script);
        Files.delete(output);
    }

    /**
     * Assembles a home with the deployable in it, ready to be copied anywhere.
     *
     * @param arguments distribution, driver, scripts, deployable, target folder (replaced)
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("Wanted: distribution driver scripts deployable target");
        }
        Path target = Path.of(arguments[4]);
        CachedFolder.delete(target);
        Files.createDirectories(target);
        new ServerAssembly(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).assemble(target);
        Path deployable = Path.of(arguments[3]);
        Files.copy(deployable, target.resolve("standalone/deployments").resolve(deployable.getFileName()));
    }
}
