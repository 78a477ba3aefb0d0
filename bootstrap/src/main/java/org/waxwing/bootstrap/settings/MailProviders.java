package org.waxwing.bootstrap.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.oauth.http.KnownServers;
import org.waxwing.oauth.http.Registration;

/** The mail providers at which this Waxwing is registered: those that a client id is set for. */
final class MailProviders {
    private static final Pattern SERVER = Pattern.compile("(.+):([0-9]{1,5}):(none|starttls|tls)");

    private MailProviders() {}

    static List<Registration> of(Map<String, String> environment) {
        var registrations = new ArrayList<Registration>();
        if (isSet(environment, Setting.WAXWING_OAUTH_GOOGLE_CLIENT_ID))
            registrations.add(new Registration(
                    KnownServers.GOOGLE,
                    address(environment, Setting.WAXWING_OAUTH_GOOGLE_AUTHORISATION_URL),
                    address(environment, Setting.WAXWING_OAUTH_GOOGLE_TOKEN_URL),
                    Setting.WAXWING_OAUTH_GOOGLE_CLIENT_ID.in(environment),
                    Setting.WAXWING_OAUTH_GOOGLE_CLIENT_SECRET.in(environment),
                    KnownServers.GOOGLE_SCOPES,
                    KnownServers.GOOGLE_USERNAME));
        if (isSet(environment, Setting.WAXWING_OAUTH_MICROSOFT_CLIENT_ID))
            registrations.add(new Registration(
                    KnownServers.MICROSOFT,
                    address(environment, Setting.WAXWING_OAUTH_MICROSOFT_AUTHORISATION_URL),
                    address(environment, Setting.WAXWING_OAUTH_MICROSOFT_TOKEN_URL),
                    Setting.WAXWING_OAUTH_MICROSOFT_CLIENT_ID.in(environment),
                    Setting.WAXWING_OAUTH_MICROSOFT_CLIENT_SECRET.in(environment),
                    KnownServers.MICROSOFT_SCOPES,
                    KnownServers.MICROSOFT_USERNAME));
        if (isSet(environment, Setting.WAXWING_OAUTH_CUSTOM_CLIENT_ID))
            registrations.add(new Registration(
                    custom(environment),
                    address(environment, Setting.WAXWING_OAUTH_CUSTOM_AUTHORISATION_URL),
                    address(environment, Setting.WAXWING_OAUTH_CUSTOM_TOKEN_URL),
                    Setting.WAXWING_OAUTH_CUSTOM_CLIENT_ID.in(environment),
                    Setting.WAXWING_OAUTH_CUSTOM_CLIENT_SECRET.in(environment),
                    scopes(environment),
                    Setting.WAXWING_OAUTH_CUSTOM_USERNAME_CLAIM.in(environment)));
        return List.copyOf(registrations);
    }

    private static boolean isSet(Map<String, String> environment, Setting setting) {
        return !setting.in(environment).isEmpty();
    }

    private static OAuthProvider custom(Map<String, String> environment) {
        var name = Setting.WAXWING_OAUTH_CUSTOM_NAME.in(environment);
        if (name.isEmpty()) throw new IllegalArgumentException(Setting.WAXWING_OAUTH_CUSTOM_NAME + " must be set");
        return new OAuthProvider(
                "custom",
                name,
                server(environment, Setting.WAXWING_OAUTH_CUSTOM_IMAP),
                server(environment, Setting.WAXWING_OAUTH_CUSTOM_SMTP));
    }

    private static String scopes(Map<String, String> environment) {
        var scopes = Setting.WAXWING_OAUTH_CUSTOM_SCOPES.in(environment);
        if (!List.of(scopes.split(" ")).contains("openid"))
            throw new IllegalArgumentException(Setting.WAXWING_OAUTH_CUSTOM_SCOPES + " must contain openid");
        return scopes;
    }

    private static ServerEndpoint server(Map<String, String> environment, Setting setting) {
        var written = SERVER.matcher(setting.in(environment));
        try {
            if (written.matches())
                return new ServerEndpoint(
                        written.group(1),
                        Integer.parseInt(written.group(2)),
                        ConnectionSecurity.valueOf(written.group(3).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " must be host:port:security", e);
        }
        throw new IllegalArgumentException(setting + " must be host:port:security");
    }

    private static URI address(Map<String, String> environment, Setting setting) {
        try {
            var address = URI.create(setting.in(environment));
            if (address.isAbsolute()) return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " must be a whole address", e);
        }
        throw new IllegalArgumentException(setting + " must be a whole address");
    }
}
