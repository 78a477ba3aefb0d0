package org.waxwing.mail.imap;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;

/**
 * Folders that a server listed and then would not open: broken ones, or ones their owner may see but not read. Remembered
 * for a while, so that one of them does not keep all others from being fetched. Thread-safe.
 */
final class RefusedFolders {
    private static final Duration WHILE = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Map<Folder, Long> since = new LinkedHashMap<>();

    /** A folder of somebody's. */
    private record Folder(ServerEndpoint server, String username, String path) {}

    /** The refused folders of one account. */
    final class OfAccount {
        private final ServerEndpoint server;
        private final String username;

        private OfAccount(ServerEndpoint server, String username) {
            this.server = server;
            this.username = username;
        }

        void add(String path) {
            synchronized (since) {
                since.put(new Folder(server, username, path), System.nanoTime());
                if (since.size() > MOST) since.remove(since.keySet().iterator().next());
            }
        }

        boolean contains(String path) {
            var folder = new Folder(server, username, path);
            synchronized (since) {
                since.computeIfPresent(folder, (it, then) -> System.nanoTime() - then < WHILE.toNanos() ? then : null);
                return since.containsKey(folder);
            }
        }
    }

    OfAccount ofAccount(ServerEndpoint server, SignIn signIn) {
        return switch (signIn) {
            case SignIn.Password password -> new OfAccount(server, password.username());
        };
    }
}
