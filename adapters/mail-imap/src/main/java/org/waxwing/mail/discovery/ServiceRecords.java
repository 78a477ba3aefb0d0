package org.waxwing.mail.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;

/** Servers that a domain publishes in the name system (RFC 6186, RFC 8314 §5.1), and the exchangers it has there. */
record ServiceRecords(NameRecords names) {
    /** One SRV record (RFC 2782). */
    private record Service(int priority, int weight, int port, String target) {
        static Stream<Service> read(String record) {
            var words = record.strip().split("\\s+", -1);
            if (words.length != 4) return Stream.empty();
            try {
                var target = withoutDot(words[3]);
                // a lone dot says that there is no such service
                return target.isEmpty()
                        ? Stream.empty()
                        : Stream.of(new Service(
                                Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]),
                                target));
            } catch (NumberFormatException e) {
                return Stream.empty();
            }
        }
    }

    Optional<Servers> servers(String domain) {
        return first("_imaps._tcp." + domain, ConnectionSecurity.TLS)
                .or(() -> first("_imap._tcp." + domain, ConnectionSecurity.STARTTLS))
                .map(incoming -> Servers.of(incoming, outgoing(domain, incoming.host())));
    }

    private ServerEndpoint outgoing(String domain, String incomingHost) {
        return first("_submissions._tcp." + domain, ConnectionSecurity.TLS)
                .or(() -> first("_submission._tcp." + domain, ConnectionSecurity.STARTTLS))
                .orElseGet(() -> Servers.startTls(incomingHost, 587));
    }

    private Optional<ServerEndpoint> first(String name, ConnectionSecurity security) {
        return names.lookUp(name, "SRV").stream()
                .flatMap(Service::read)
                .sorted(Comparator.comparingInt(Service::priority)
                        .thenComparing(Comparator.comparingInt(Service::weight).reversed()))
                .flatMap(service -> endpoint(service, security))
                .findFirst();
    }

    private static Stream<ServerEndpoint> endpoint(Service service, ConnectionSecurity security) {
        try {
            return Stream.of(new ServerEndpoint(service.target(), service.port(), security));
        } catch (IllegalArgumentException e) {
            // the owner of the domain wrote nonsense
            return Stream.empty();
        }
    }

    /** The provider at whose exchanger the domain's mail arrives. */
    Optional<Servers> host(String domain) {
        List<String> exchangers = names.lookUp(domain, "MX");
        return exchangers.stream()
                .map(record -> record.strip().split("\\s+", -1))
                .filter(words -> words.length == 2)
                .map(words -> withoutDot(words[1]))
                .flatMap(exchanger -> KnownProviders.ofExchanger(exchanger).stream())
                .findFirst();
    }

    private static String withoutDot(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
