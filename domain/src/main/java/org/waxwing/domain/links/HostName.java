package org.waxwing.domain.links;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a machine as the name system knows it: lower case, internationalised labels in their {@code xn--} form, an
 * address in square brackets or dotted digits as it is.
 */
public record HostName(String ascii) {
    private static final Pattern URL = Pattern.compile("(?i)https?:[/\\\\]*([^/\\\\?#]*)");
    private static final Pattern DIGITS = Pattern.compile("(?i)\\[.*]|\\d+|0x[0-9a-f]+|(?:(?:0x[0-9a-f]+|\\d+)\\.){1,3}"
            + "(?:0x[0-9a-f]+|\\d+)");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_.-]+");
    // below these somebody else's name begins one label later: example.co.uk
    private static final Set<String> SECOND_LEVELS = Set.of(
            "ac", "co", "com", "edu", "gob", "gov", "go", "ne", "net", "nhs", "or", "org", "gv", "govt", "ltd", "plc");
    private static final int LONGEST = 255;

    public HostName {
        if (ascii.isEmpty() || ascii.length() > LONGEST)
            throw new IllegalArgumentException("A host name has 1 to " + LONGEST + " characters: " + ascii.length());
    }

    /** The host of a web address, read as a browser reads it; empty when there is none. */
    public static Optional<HostName> ofUrl(String url) {
        var parts = URL.matcher(url.strip().replaceAll("[\\t\\r\\n]", ""));
        if (!parts.lookingAt()) return Optional.empty();
        var authority = parts.group(1);
        return of(authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", ""));
    }

    /** A host name as people write it; empty when it cannot be one. */
    public static Optional<HostName> of(String written) {
        var name = written.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(c -> c <= ' ')) return Optional.empty();
        if (PLAIN.matcher(name).matches()) return Optional.of(new HostName(name));
        if (name.startsWith("[")) return Optional.of(new HostName(name));
        try {
            var ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() || ascii.length() > LONGEST ? Optional.empty() : Optional.of(new HostName(ascii));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is an address in digits, in any of the ways that browsers understand. */
    public boolean isAddress() {
        return DIGITS.matcher(ascii).matches();
    }

    /** Whether a label is written in other than Latin letters or with marks on them. */
    public boolean isInternational() {
        return ascii.startsWith("xn--") || ascii.contains(".xn--");
    }

    /** As people read it. */
    public String unicode() {
        return isInternational() ? IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED) : ascii;
    }

    /**
     * The part that somebody registered: {@code example.org} of {@code www.example.org}. Worked out from the shape of
     * names, not from a list of registries, so that a name below a free host counts as that host's.
     */
    public String organisation() {
        if (isAddress()) return ascii;
        var labels = ascii.split("\\.", -1);
        int count = labels.length;
        if (count <= 2) return ascii;
        boolean threefold = labels[count - 1].length() == 2 && SECOND_LEVELS.contains(labels[count - 2]);
        var last = labels[count - 2] + "." + labels[count - 1];
        return threefold ? labels[count - 3] + "." + last : last;
    }

    /** Whether both belong to the same owner. */
    public boolean isOfSameOwnerAs(HostName other) {
        return organisation().equals(other.organisation());
    }
}
