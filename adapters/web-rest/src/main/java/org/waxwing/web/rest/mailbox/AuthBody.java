package org.waxwing.web.rest.mailbox;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.authenticity.Authentication;

/**
 * What the receiving server reported about a message's authenticity (RFC 8601).
 *
 * @param spf {@code pass}, {@code fail}, {@code none} and so on; {@code unknown} when nothing was reported that is believed
 * @param standing {@code verified}, {@code unverified}, {@code failed}, {@code unknown}, or {@code not_examined}
 * @param server who reported it; empty when nobody did
 */
@Schema(name = "Authentication")
public record AuthBody(String spf, String dkim, String dmarc, String standing, String server) {
    static AuthBody of(Authentication it) {
        return new AuthBody(
                word(it.spf()), word(it.dkim()), word(it.dmarc()), word(it.standing()), it.server());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
