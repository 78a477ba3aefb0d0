package org.waxwing.domain.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that are not on the public internet: a server that lets people name hosts must not go there for them. */
public final class PrivateNetworks {
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

    private PrivateNetworks() {}

    /** Whether this address is one of them: loopback, local, reserved, or one of these wrapped in IPv6. */
    public static boolean include(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || PRIVATE.stream().anyMatch(range -> range.contains(address)))
            return true;
        if (!(address instanceof Inet6Address)) return false;
        byte[] bytes = address.getAddress();
        if (NAT64.contains(address)) return include(embedded(bytes, 12));
        return SIX_TO_FOUR.contains(address) && include(embedded(bytes, 2));
    }

    private static InetAddress embedded(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
