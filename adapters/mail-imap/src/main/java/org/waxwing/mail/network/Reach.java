package org.waxwing.mail.network;

import java.io.IOException;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What may be reached from here. Without this, whoever can type a host name could look around in our own network. */
public final class Reach {
    private static final int MOST_ADDRESSES = 4;
    // besides what InetAddress knows: IANA special-purpose registries (RFC 6890)
    private static final List<AddressRange> PRIVATE = Stream.of(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "fc00::/7",
            "fec0::/10")
            .map(AddressRange::of)
            .toList();
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

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
                .filter(address -> allowPrivateHosts || !isPrivate(address))
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

    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || PRIVATE.stream().anyMatch(range -> range.contains(address)))
            return true;
        if (!(address instanceof Inet6Address)) return false;
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address)) return isPrivate(embedded(bytes, 12));
        return SIX_TO_FOUR.contains(address) && isPrivate(embedded(bytes, 2));
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
