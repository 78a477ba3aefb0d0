package org.waxwing.mail.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/**
 * Signing in by an access token: SASL XOAUTH2 as Google defines it and Microsoft took it over, or OAUTHBEARER
 * (RFC 7628) where that alone is offered. In both a refusal comes as a challenge, which has to be answered before the
 * server says NO.
 */
enum TokenSignIn {
    XOAUTH2("") {
        @Override
        String words(ServerEndpoint endpoint, SignIn.OAuth signIn) {
            return "user=" + signIn.username() + "\1auth=Bearer " + signIn.tokens().accessToken().value() + "\1\1";
        }
    },
    OAUTHBEARER("\1") {
        @Override
        String words(ServerEndpoint endpoint, SignIn.OAuth signIn) {
            return "n,a=" + escaped(signIn.username()) + ",\1host=" + endpoint.host() + "\1port=" + endpoint.port()
                    + "\1auth=Bearer " + signIn.tokens().accessToken().value() + "\1\1";
        }
    };

    private static final int MOST_CHALLENGES = 3;

    private final String understood;

    /** @param understood what a refusal is answered with */
    TokenSignIn(String understood) {
        this.understood = understood;
    }

    /** The first words of the client. */
    abstract String words(ServerEndpoint endpoint, SignIn.OAuth signIn);

    /** The best that the server offers; empty when it takes no tokens. */
    static Optional<TokenSignIn> offeredBy(Wire wire) {
        for (var mechanism : values())
            if (wire.hasCapability("AUTH=" + mechanism.name())) return Optional.of(mechanism);
        return Optional.empty();
    }

    /**
     * Signs in.
     *
     * @throws ProtocolException the server refuses, as its kind tells
     */
    void over(Wire wire, ServerEndpoint endpoint, SignIn.OAuth signIn) throws ProtocolException {
        var first = base64(words(endpoint, signIn));
        boolean said = wire.hasCapability("SASL-IR");
        try {
            var tag = wire.writeCommand("AUTHENTICATE " + name() + (said ? " " + first : ""), null);
            int challenges = 0;
            while (true) {
                Response response = wire.readResponse();
                if (response.isContinuation()) {
                    if (++challenges > MOST_CHALLENGES) throw new IOException("Challenges that do not end");
                    wire.reply(said ? base64(understood) : first);
                    said = true;
                } else if (response.isBYE() || (response.isTagged() && tag.equals(response.getTag()))) {
                    wire.signedIn(new Response[]{response});
                    return;
                }
            }
        } catch (IOException e) {
            throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
        }
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    // RFC 5801 §4
    private static String escaped(String name) {
        return name.replace("=", "=3D").replace(",", "=2C");
    }
}
