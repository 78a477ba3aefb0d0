package org.waxwing.domain.world;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.OAuthGrant;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.OAuthTokens;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.account.ServerEndpoint;

/**
 * An authorisation server in memory, as strict as the strictest: each refresh token is good once, and the whole consent
 * ends when one is used again. Whoever asks it from within a transaction has a bug, and hears of it.
 */
public final class ScriptedOAuthClient implements OAuthClient {
    /** The one provider that is set up. */
    public static final OAuthProvider PROVIDER = new OAuthProvider(
            "custom",
            "Example Mail",
            new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS),
            new ServerEndpoint("smtp.example.org", 465, ConnectionSecurity.TLS));

    /** How long an access token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private final BooleanSupplier inTransaction;
    private final Clock clock;
    private final Map<Secret, ConsentRequest> codes = new HashMap<>();
    private final Map<Secret, String> codeOwners = new HashMap<>();
    private final Map<Secret, String> good = new HashMap<>();
    private final Map<Secret, String> spent = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final List<OAuthGrant> answers = new ArrayList<>();
    private Runnable whileRenewing = () -> {};
    private int made;
    private int renewals;

    /** A server that must not be asked while {@code inTransaction}. */
    public ScriptedOAuthClient(BooleanSupplier inTransaction, Clock clock) {
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** The owner of that address consents. Returns the code that their browser brings back. */
    public synchronized Secret consent(ConsentRequest request, String address) {
        var code = new Secret("code-" + ++made);
        codes.put(code, request);
        codeOwners.put(code, address);
        return code;
    }

    /** Tokens of a consent that was given some time ago. */
    public synchronized OAuthTokens tokensOf(String address) {
        ended.remove(address);
        return tokens(address);
    }

    /** The owner of that address takes their consent back. */
    public synchronized void end(String address) {
        ended.add(address);
    }

    /** Gives this in answer to the next question; several wait for their turn. */
    public synchronized void answerNext(OAuthGrant answer) {
        answers.add(answer);
    }

    /** Lets something happen while the next renewal is under way. */
    public synchronized void whileRenewing(Runnable happens) {
        whileRenewing = happens;
    }

    /** How many renewals were asked for. */
    public synchronized int renewals() {
        return renewals;
    }

    @Override
    public List<OAuthProvider> providers() {
        return List.of(PROVIDER);
    }

    @Override
    public synchronized ConsentRequest request(String provider, URI callback, String hint) {
        if (!provider.equals(PROVIDER.key())) throw new IllegalArgumentException("No such provider: " + provider);
        made++;
        var state = "state-" + made;
        return new ConsentRequest(provider, URI.create("https://id.example.org/authorise?state=" + state), state,
                new Secret("verifier-" + made), callback);
    }

    @Override
    public synchronized OAuthGrant redeem(ConsentRequest request, Secret code) {
        mustBeOutside();
        if (!answers.isEmpty()) return answers.removeFirst();
        var asked = codes.remove(code);
        var address = codeOwners.remove(code);
        if (asked == null || address == null || !asked.equals(request)) return new OAuthGrant.Lapsed();
        ended.remove(address);
        return new OAuthGrant.Granted(tokens(address), address, address);
    }

    @Override
    public OAuthGrant renew(String provider, Secret refreshToken) {
        mustBeOutside();
        meanwhile().run();
        return renewed(provider, refreshToken);
    }

    private synchronized Runnable meanwhile() {
        var happens = whileRenewing;
        whileRenewing = () -> {};
        return happens;
    }

    private synchronized OAuthGrant renewed(String provider, Secret refreshToken) {
        renewals++;
        if (!answers.isEmpty()) return answers.removeFirst();
        if (!provider.equals(PROVIDER.key())) return new OAuthGrant.NotOffered();
        var thief = spent.get(refreshToken);
        if (thief != null) ended.add(thief);
        var address = good.remove(refreshToken);
        if (address == null || ended.contains(address)) return new OAuthGrant.Lapsed();
        spent.put(refreshToken, address);
        return new OAuthGrant.Granted(tokens(address), address, address);
    }

    private OAuthTokens tokens(String address) {
        made++;
        var tokens = new OAuthTokens(
                new Secret("access-" + made), new Secret("refresh-" + made), clock.instant().plus(LIFETIME));
        good.put(tokens.refreshToken(), address);
        return tokens;
    }

    private void mustBeOutside() {
        if (inTransaction.getAsBoolean()) throw new IllegalStateException("Asked within a transaction");
    }
}
