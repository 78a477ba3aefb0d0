package org.waxwing.images.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that may be asked at all: http or https, at a usual port, without a name and password in it.
 *
 * @param host in ASCII, an IPv6 address without its brackets
 * @param target path and query as they are sent
 */
record WebAddress(boolean secure, String host, int port, String target) {
    private static final int LONGEST = 8_000;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}");

    /**
     * Reads an address as it stands in mail, where blanks and letters of all kinds are common.
     *
     * @param anyPort whether others than 80, 443, 8080 and 8443 are asked too
     */
    static Optional<WebAddress> of(String written, boolean anyPort) {
        if (written.length() > LONGEST) return Optional.empty();
        try {
            var uri = new URI(encoded(written.strip()));
            var scheme = uri.getScheme();
            boolean secure = "https".equalsIgnoreCase(scheme);
            if (!secure && !"http".equalsIgnoreCase(scheme)) return Optional.empty();
            var authority = uri.getRawAuthority();
            if (authority == null || authority.indexOf('@') >= 0) return Optional.empty();
            var host = host(authority);
            int port = port(authority, secure);
            boolean usual = port == 80 || port == 443 || port == 8080 || port == 8443;
            if (!HOST.matcher(host).matches() || port < 1 || port > 65_535 || !(usual || anyPort))
                return Optional.empty();
            var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(new WebAddress(secure, host, port, path + query));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a redirect from here leads. */
    Optional<WebAddress> redirected(String location, boolean anyPort) {
        try {
            return of(URI.create(toString()).resolve(encoded(location.strip())).toString(), anyPort);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The Host header. */
    String hostHeader() {
        var name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + hostHeader() + target;
    }

    private static String host(String authority) {
        if (authority.startsWith("[")) return authority.substring(1, Math.max(1, authority.indexOf(']')));
        int colon = authority.indexOf(':');
        var name = colon < 0 ? authority : authority.substring(0, colon);
        return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
    }

    private static int port(String authority, boolean secure) {
        int colon = authority.lastIndexOf(':');
        if (colon <= authority.lastIndexOf(']') || colon == authority.length() - 1) return secure ? 443 : 80;
        return Integer.parseInt(authority.substring(colon + 1));
    }

    /** Characters that an address may not have, as browsers send them; line ends can therefore end no line. */
    private static String encoded(String written) {
        var encoded = new StringBuilder(written.length());
        written.codePoints().forEach(c -> {
            boolean host = c > 0x7F && encoded.indexOf("//") >= 0
                    && encoded.indexOf("/", encoded.indexOf("//") + 2) < 0;
            if (host || (c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0)) encoded.appendCodePoint(c);
            else
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8))
                    encoded.append('%').append("%02X".formatted(b & 0xFF));
        });
        return encoded.toString();
    }
}
