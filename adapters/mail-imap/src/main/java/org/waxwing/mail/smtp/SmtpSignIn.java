package org.waxwing.mail.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** Signing in (RFC 4954): PLAIN or LOGIN with a password, XOAUTH2 or OAUTHBEARER (RFC 7628) with a token. */
record SmtpSignIn(SmtpLine line, ServerEndpoint endpoint) {
    private static final int WANTS_PROTECTION = 538;

    /**
     * Signs in, unless the server offers no way to: then it needs none, or will refuse the message.
     *
     * @param mechanisms what the server offers, in capitals
     */
    void with(SignIn signIn, Set<String> mechanisms) throws IOException {
        if (mechanisms.isEmpty()) return;
        var reply = switch (signIn) {
            case SignIn.Password password -> password(password, mechanisms);
            case SignIn.OAuth token -> token(token, mechanisms);
        };
        if (reply.isGood()) return;
        if (reply.saysLater()) throw new MailProviderException(ConnectionProblem.THROTTLED);
        throw new MailProviderException(
                reply.code() == WANTS_PROTECTION ? ConnectionProblem.TLS_REFUSED : ConnectionProblem.SIGN_IN_REFUSED);
    }

    private Reply password(SignIn.Password it, Set<String> mechanisms) throws IOException {
        if (mechanisms.contains("PLAIN"))
            return line.ask("AUTH PLAIN " + base64("\0" + it.username() + "\0" + it.password().value()));
        if (!mechanisms.contains("LOGIN")) throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
        var asked = line.ask("AUTH LOGIN");
        if (!asked.asksForMore()) return asked;
        asked = line.ask(base64(it.username()));
        return asked.asksForMore() ? line.ask(base64(it.password().value())) : asked;
    }

    /** A refusal comes as a challenge, which has to be answered before the server says so. */
    private Reply token(SignIn.OAuth it, Set<String> mechanisms) throws IOException {
        var bearer = "auth=Bearer " + it.tokens().accessToken().value() + "\1\1";
        if (mechanisms.contains("XOAUTH2")) {
            var reply = line.ask("AUTH XOAUTH2 " + base64("user=" + it.username() + "\1" + bearer));
            return reply.asksForMore() ? line.ask("") : reply;
        }
        if (!mechanisms.contains("OAUTHBEARER")) throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
        // RFC 5801 §4
        var name = it.username().replace("=", "=3D").replace(",", "=2C");
        var reply = line.ask("AUTH OAUTHBEARER " + base64(
                "n,a=" + name + ",\1host=" + endpoint.host() + "\1port=" + endpoint.port() + "\1" + bearer));
        return reply.asksForMore() ? line.ask(base64("\1")) : reply;
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }
}
