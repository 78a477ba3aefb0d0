package org.waxwing.mail.network;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.waxwing.domain.network.PrivateNetworks;

/** What may be reached from here. Without this, whoever can type a host name could look around in our own network. */
public final class Reach {
    private static final int MOST_ADDRESSES = 4;

    private final boolean allowPrivateHosts;

    /** @param allowPrivateHosts whether loopback, local and otherwise not public addresses may be reached */
    public Reach(boolean allowPrivateHosts) {
        this.allowPrivateHosts = allowPrivateHosts;
    }

    /**
     * The addresses behind a name that may be reached, in the order in which to try them; at least one.
     *
     * @throws UnknownHostException there is no such host
     * @throws ForbiddenHostException none of its addresses may be reached
     */
    public List<InetAddress> addressesOf(String host) throws IOException {
        var all = List.of(InetAddress.getAllByName(ascii(host)));
        var permitted = all.stream()
                .filter(address -> allowPrivateHosts || !PrivateNetworks.include(address))
                .limit(MOST_ADDRESSES)
                .toList();
        if (permitted.isEmpty()) throw new ForbiddenHostException();
        return permitted;
    }

    /**
     * Connects to the first address behind {@code host} that answers.
     *
     * @param within the time for all addresses together
     * @throws UnknownHostException there is no such host
     * @throws ForbiddenHostException none of its addresses may be reached
     * @throws IOException none of them answers in time
     */
    public Socket connect(String host, int port, Duration within) throws IOException {
        var addresses = addressesOf(host);
        long end = System.nanoTime() + within.toNanos();
        IOException failure = new IOException("Nothing answers");
        for (int i = 0; i < addresses.size(); i++) {
            long left = (end - System.nanoTime()) / 1_000_000 / (addresses.size() - i);
            // no proxy: it would resolve the name again
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(addresses.get(i), port), (int) Math.max(1, left));
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** The name in the form that the name system and certificates use (RFC 5890); an address without its brackets. */
    public static String ascii(String host) throws UnknownHostException {
        if (host.startsWith("[") && host.endsWith("]")) return host.substring(1, host.length() - 1);
        if (host.indexOf(':') >= 0) return host;
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw new UnknownHostException("Not a name that can be looked up");
        }
    }
}
