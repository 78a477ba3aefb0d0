package org.waxwing.domain.authenticity;

import java.util.Locale;

/**
 * What one Authentication-Results header says (RFC 8601).
 *
 * @param server the authserv-id, in lower case; empty where the server does not name itself, as Microsoft's
 * @param hop how many Received headers stand above it: those of one server stand together
 * @param spfDomain whose SPF record was asked, in lower case; empty when it is not said
 * @param dkimDomain who signed; of several signatures one that passed
 * @param fromDomain the domain that DMARC was checked for; empty when it is not said
 */
public record Report(
        String server, int hop, Outcome spf, String spfDomain, Outcome dkim, String dkimDomain, Outcome dmarc,
        String fromDomain) {
    private static final int LONGEST = 255;

    public Report {
        server = bounded(server);
        spfDomain = bounded(spfDomain);
        dkimDomain = bounded(dkimDomain);
        fromDomain = bounded(fromDomain);
    }

    private static String bounded(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST ? "" : lower;
    }
}
