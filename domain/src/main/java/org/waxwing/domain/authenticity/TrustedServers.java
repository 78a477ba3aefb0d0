package org.waxwing.domain.authenticity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.links.HostName;

/**
 * The servers that are believed about the mail of one account: those that took it in for it. They are known by the
 * account's own server, by the domain of its address, and for large providers by the names that these use.
 *
 * @param names each stands for itself and everything below it; an empty one for a server that gives no name
 */
public record TrustedServers(Set<String> names) {
    private static final Map<String, List<String>> OF_PROVIDERS = Map.ofEntries(
            Map.entry("gmail.com", List.of("mx.google.com")),
            Map.entry("googlemail.com", List.of("mx.google.com")),
            Map.entry("office365.com", List.of("")),
            Map.entry("outlook.com", List.of("")),
            Map.entry("hotmail.com", List.of("")),
            Map.entry("live.com", List.of("")),
            Map.entry("yahoo.com", List.of("yahoo.com")),
            Map.entry("aol.com", List.of("yahoo.com", "aol.com")),
            Map.entry("me.com", List.of("icloud.com")),
            Map.entry("icloud.com", List.of("icloud.com")),
            Map.entry("fastmail.com", List.of("messagingengine.com")),
            Map.entry("messagingengine.com", List.of("messagingengine.com")),
            Map.entry("gmx.net", List.of("gmx.net")),
            Map.entry("gmx.com", List.of("gmx.net")),
            Map.entry("web.de", List.of("web.de", "gmx.net")),
            Map.entry("zoho.com", List.of("zohomail.com", "zoho.com")),
            Map.entry("zoho.eu", List.of("zohomail.eu", "zoho.eu")),
            Map.entry("yandex.ru", List.of("yandex.ru")),
            Map.entry("yandex.com", List.of("yandex.ru")));

    public TrustedServers {
        names = Set.copyOf(names);
    }

    /**
     * Those of an account.
     *
     * @param host its IMAP server
     * @param domain of its address
     */
    public static TrustedServers of(String host, String domain) {
        var names = new LinkedHashSet<String>();
        add(names, host);
        add(names, domain);
        return new TrustedServers(names);
    }

    private static void add(Set<String> names, String written) {
        var name = HostName.of(written);
        if (name.isEmpty() || name.get().isAddress()) return;
        var owner = name.get().organisation();
        names.addAll(OF_PROVIDERS.getOrDefault(owner, List.of(owner)));
    }

    /** Whether a server of this authserv-id is one of them. */
    public boolean believe(String server) {
        if (server.isEmpty()) return names.contains("");
        var lower = server.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(it -> !it.isEmpty() && (lower.equals(it) || lower.endsWith("." + it)));
    }
}
