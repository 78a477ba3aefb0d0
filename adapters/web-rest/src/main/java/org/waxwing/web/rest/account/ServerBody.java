package org.waxwing.web.rest.account;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.account.ServerEndpoint;

/**
 * A mail server.
 *
 * @param security {@code none}, {@code starttls} or {@code tls}
 */
@Schema(name = "MailServer")
public record ServerBody(
        String host, int port, @Schema(enumeration = {
                "none", "starttls", "tls"}) String security){
    static ServerBody of(ServerEndpoint server) {
        return new ServerBody(
                server.host(), server.port(), server.security().name().toLowerCase(Locale.ROOT));
    }
}
