package org.waxwing.domain.account;

/**
 * Where a mail server listens.
 *
 * @param host a name or an address, without scheme or port
 * @param port 1 to 65535
 */
public record ServerEndpoint(String host, int port, ConnectionSecurity security) {
    private static final int LONGEST_NAME = 253;

    public ServerEndpoint {
        host = host.strip();
        if (host.isEmpty()
                || host.length() > LONGEST_NAME
                || host.chars().anyMatch(c -> c <= ' ' || "/\\@?#".indexOf(c) >= 0))
            throw new IllegalArgumentException("Not a host name: " + host);
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("Port out of range 1 to 65535: " + port);
    }
}
