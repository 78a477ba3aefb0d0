package org.waxwing.domain.authenticity;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the servers on a message's way wrote about its authenticity, the latest first. Whom of them to believe
 * depends on the account it lies in ({@link TrustedServers}).
 *
 * @param examined whether anybody has looked; mail that was stored before is looked at when it is opened
 */
public record Testimony(boolean examined, List<Report> reports) {
    /** Nobody has looked. */
    public static final Testimony NOT_EXAMINED = new Testimony(false, List.of());

    private static final int MOST = 10;

    public Testimony {
        reports = List.copyOf(reports);
    }

    /** What these reports say; the latest ten. */
    public static Testimony of(List<Report> reports) {
        return new Testimony(true, reports.subList(0, Math.min(MOST, reports.size())));
    }

    /** A header field in the order in which the message carries them. */
    public record Field(String name, String value) {}

    /**
     * What the header of a message says.
     *
     * @param fields with names in lower case, unfolded
     */
    public static Testimony read(List<Field> fields) {
        var reports = new ArrayList<Report>();
        int hops = 0;
        for (var field : fields) {
            if (field.name().equals("received")) hops++;
            if (field.name().equals("authentication-results") && reports.size() < MOST)
                ResultsHeader.read(field.value(), hops).ifPresent(reports::add);
        }
        return of(reports);
    }
}
