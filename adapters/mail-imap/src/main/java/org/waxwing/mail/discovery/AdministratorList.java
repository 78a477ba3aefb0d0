package org.waxwing.mail.discovery;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.ServerEndpoint;

/**
 * The administrator's own list of servers by domain, written as entries parted by semicolons:
 *
 * <pre>
 * example.org=imap:mail.example.org:993:tls,smtp:mail.example.org:465:tls;user=localpart;example.net=imap:…,smtp:…
 * </pre>
 *
 * Each entry names one {@code imap} and one {@code smtp} server as {@code host:port:security}, where security is
 * {@code none}, {@code starttls} or {@code tls}, and an IPv6 address stands in brackets. {@code user=localpart} behind
 * an entry makes people of that domain sign in by what stands before the {@code @}; without it, or with
 * {@code user=address}, by their whole address.
 */
record AdministratorList(Map<String, Servers> byDomain) {
    AdministratorList {
        byDomain = Map.copyOf(byDomain);
    }

    /** @throws IllegalArgumentException a part of the list cannot be read; its message names the part */
    static AdministratorList parse(String text) {
        var byDomain = new HashMap<String, Servers>();
        var domain = "";
        for (var part : text.split(";", -1)) {
            if (part.isBlank()) continue;
            int equals = part.indexOf('=');
            if (equals <= 0) throw unreadable(part, "expected domain=imap:host:port:security,smtp:host:port:security");
            var key = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            var value = part.substring(equals + 1).strip();
            if (key.equals("user")) {
                var servers = byDomain.get(domain);
                if (servers == null) throw unreadable(part, "stands behind no domain");
                byDomain.put(domain, new Servers(servers.incoming(), servers.outgoing(), username(part, value)));
            } else {
                domain = key;
                if (byDomain.put(domain, servers(part, value)) != null) throw unreadable(part, "is there twice");
            }
        }
        return new AdministratorList(byDomain);
    }

    Optional<Servers> of(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }

    private static String username(String part, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "localpart" -> Servers.LOCAL_PART;
            case "address" -> Servers.ADDRESS;
            default -> throw unreadable(part, "expected user=localpart or user=address");
        };
    }

    private static Servers servers(String part, String value) {
        var endpoints = new HashMap<String, ServerEndpoint>();
        for (var server : value.split(",", -1)) {
            int colon = server.indexOf(':');
            if (colon < 0) throw unreadable(part, "expected imap:host:port:security");
            var protocol = server.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (!protocol.equals("imap") && !protocol.equals("smtp"))
                throw unreadable(part, "knows only imap and smtp, not " + protocol);
            endpoints.put(protocol, endpoint(part, server.substring(colon + 1)));
        }
        var incoming = endpoints.get("imap");
        var outgoing = endpoints.get("smtp");
        if (incoming == null || outgoing == null) throw unreadable(part, "needs both imap and smtp");
        return Servers.of(incoming, outgoing);
    }

    private static ServerEndpoint endpoint(String part, String text) {
        int security = text.lastIndexOf(':');
        int port = security <= 0 ? -1 : text.lastIndexOf(':', security - 1);
        if (port <= 0) throw unreadable(part, "expected host:port:security");
        try {
            return new ServerEndpoint(
                    text.substring(0, port).strip(),
                    Integer.parseInt(text.substring(port + 1, security).strip()),
                    Servers.security(text.substring(security + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("List of mail servers: in \"" + part.strip() + "\": " + e.getMessage(),
                    e);
        }
    }

    private static IllegalArgumentException unreadable(String part, String why) {
        return new IllegalArgumentException("List of mail servers: \"" + part.strip() + "\" " + why);
    }
}
