package org.waxwing.html.owasp;

import java.util.Set;
import java.util.regex.Pattern;

/** Web addresses without the parameters by which advertisers recognise who clicked. */
final class PlainAddress {
    // those alone that no page needs to work: what unsubscribes or signs in stays
    private static final Set<String> TOLD = Set.of(
            "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "igshid", "twclid", "ttclid", "_hsenc",
            "_hsmi", "mc_cid", "oly_anon_id", "oly_enc_id", "vero_id", "wickedid", "s_cid", "icid", "ml_subscriber",
            "ml_subscriber_hash");
    private static final Pattern CAMPAIGN = Pattern.compile("(?i)(?:utm|mtm|pk|piwik|hsa)_[a-z_]+");

    private PlainAddress() {}

    /** The address without them. */
    static String of(String address) {
        int query = address.indexOf('?');
        if (query < 0) return address;
        int fragment = address.indexOf('#', query);
        var asked = fragment < 0 ? address.substring(query + 1) : address.substring(query + 1, fragment);
        var kept = new StringBuilder();
        for (var parameter : asked.split("&", -1)) {
            int equals = parameter.indexOf('=');
            var name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (TOLD.contains(name) || CAMPAIGN.matcher(name).matches()) continue;
            if (!kept.isEmpty()) kept.append('&');
            kept.append(parameter);
        }
        if (kept.length() == asked.length()) return address;
        return address.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept)
                + (fragment < 0 ? "" : address.substring(fragment));
    }
}
