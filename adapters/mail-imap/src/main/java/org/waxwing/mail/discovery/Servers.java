package org.waxwing.mail.discovery;

import java.util.Locale;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.identity.EmailAddress;

/**
 * Where mail comes from and goes to.
 *
 * @param username what to sign in with, with the placeholders of autoconfig documents
 */
record Servers(ServerEndpoint incoming, ServerEndpoint outgoing, String username) {
    static final String ADDRESS = "%EMAILADDRESS%";
    static final String LOCAL_PART = "%EMAILLOCALPART%";
    private static final String DOMAIN = "%EMAILDOMAIN%";

    static Servers of(ServerEndpoint incoming, ServerEndpoint outgoing) {
        return new Servers(incoming, outgoing, ADDRESS);
    }

    static ServerEndpoint tls(String host, int port) {
        return new ServerEndpoint(host, port, ConnectionSecurity.TLS);
    }

    static ServerEndpoint startTls(String host, int port) {
        return new ServerEndpoint(host, port, ConnectionSecurity.STARTTLS);
    }

    SuggestedSettings suggest(EmailAddress address, SuggestedSettings.Source source) {
        var local = address.address().substring(0, address.address().lastIndexOf('@'));
        var name = username.replace(ADDRESS, address.address()).replace(LOCAL_PART, local)
                .replace(DOMAIN, address.domain());
        return new SuggestedSettings(incoming, outgoing, name, source);
    }

    /** The security called that by a person. */
    static ConnectionSecurity security(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "none", "plain" -> ConnectionSecurity.NONE;
            case "starttls" -> ConnectionSecurity.STARTTLS;
            case "tls", "ssl" -> ConnectionSecurity.TLS;
            default -> throw new IllegalArgumentException("Not one of none, starttls, tls: " + word);
        };
    }
}
