package org.waxwing.domain.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses, in prefix notation (RFC 4632, RFC 4291 §2.3). */
record AddressRange(InetAddress base, int prefix) {
    /** The block written as {@code 100.64.0.0/10}; the address is a literal, nothing is looked up. */
    static AddressRange of(String block) {
        int slash = block.indexOf('/');
        return new AddressRange(
                literal(block.substring(0, slash)),
                Integer.parseInt(block.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) return false;
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = prefix - bit >= 8 ? 0xFF : 0xFF << (8 - (prefix - bit)) & 0xFF;
            if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) return false;
        }
        return true;
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address: " + address, e);
        }
    }
}
