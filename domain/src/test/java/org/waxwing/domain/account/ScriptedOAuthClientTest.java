package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.world.ScriptedOAuthClient;

class ScriptedOAuthClientTest implements OAuthClientContract {
    private final ScriptedOAuthClient client = new ScriptedOAuthClient(
            () -> false, Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC));

    @Override
    public OAuthClient client() {
        return client;
    }

    @Override
    public String provider() {
        return ScriptedOAuthClient.PROVIDER.key();
    }

    @Override
    public String address() {
        return "ada@example.org";
    }

    @Override
    public Secret consent(ConsentRequest request) {
        return client.consent(request, address());
    }

    @Override
    public void endConsent() {
        client.end(address());
    }

    @Test
    void a_refresh_token_that_is_used_twice_ends_the_consent() {
        var tokens = client.tokensOf(address());
        var renewed = (OAuthGrant.Granted) client.renew(provider(), tokens.refreshToken());

        client.renew(provider(), tokens.refreshToken());

        assertThat(client.renew(provider(), renewed.tokens().refreshToken())).isEqualTo(new OAuthGrant.Lapsed());
    }
}
