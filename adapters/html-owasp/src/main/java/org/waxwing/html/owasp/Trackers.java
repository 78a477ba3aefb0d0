package org.waxwing.html.owasp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.domain.links.HostName;

/** Tells pictures that only report from those that show something. */
final class Trackers {
    /** A known address: whose it is, the end of its host (empty for any), and what its path contains. */
    private record Known(String name, String host, String path) {
        static Known of(String line) {
            var parts = line.split("\\|", -1);
            return new Known(parts[0].strip(), parts[1].strip(), parts[2].strip().toLowerCase(Locale.ROOT));
        }

    }

    // by the end of the host
    private static final Map<String, List<Known>> KNOWN = read();

    private Trackers() {}

    /**
     * Who is told when this address is fetched; empty when it is an ordinary picture.
     *
     * @param unseen whether nothing of it would be shown
     */
    static Optional<String> of(String address, boolean unseen) {
        var host = HostName.ofUrl(address);
        if (host.isEmpty()) return unseen ? Optional.of("") : Optional.empty();
        var name = host.get().ascii();
        int at = address.indexOf('/', address.indexOf("//") + 2);
        var rest = at < 0 ? "/" : address.substring(at).toLowerCase(Locale.ROOT);
        for (var end = name;; end = end.substring(end.indexOf('.') + 1)) {
            for (var known : KNOWN.getOrDefault(end, List.of()))
                if (rest.contains(known.path())) return Optional.of(known.name());
            if (end.indexOf('.') < 0) break;
        }
        for (var known : KNOWN.getOrDefault("", List.of()))
            if (rest.contains(known.path())) return Optional.of(known.name());
        return unseen ? Optional.of(host.get().organisation()) : Optional.empty();
    }

    private static Map<String, List<Known>> read() {
        try (var in = Trackers.class.getResourceAsStream("trackers.txt")) {
            if (in == null) throw new IllegalStateException("The list of trackers is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Known::of)
                    .collect(Collectors.groupingBy(Known::host));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of trackers cannot be read", e);
        }
    }
}
