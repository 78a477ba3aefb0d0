package org.waxwing.bootstrap.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.OAuthClientContract;
import org.waxwing.domain.account.Secret;
import org.waxwing.oauth.http.HttpOAuthClient;

/** What is expected of authorisation servers holds at a real one. */
@ResourceLock(Stage.DEMO_PEOPLE)
@ExtendWith(Stage.Provider.class)
class KeycloakOAuthIT implements OAuthClientContract {
    private final MailConsent consent;
    private final OAuthClient client;

    KeycloakOAuthIT(Stage stage) throws IOException, InterruptedException {
        consent = MailConsent.at(stage, CALLBACK);
        client = client(stage);
    }

    /** A client of the provider that the stage is set up with. */
    static OAuthClient client(Stage stage) {
        var registrations = Settings.of(stage.mailProvider(), Path.of("data")).mailProviders();
        return new HttpOAuthClient(registrations, Clock.systemUTC(), Duration.ofSeconds(30));
    }

    @Override
    public OAuthClient client() {
        return client;
    }

    @Override
    public String provider() {
        return "custom";
    }

    @Override
    public String address() {
        return "bob@waxwing.example";
    }

    @Override
    public Secret consent(ConsentRequest request) throws IOException, InterruptedException {
        return consent.consent(request, "bob");
    }

    @Override
    public void endConsent() throws IOException, InterruptedException {
        consent.end("bob");
    }

    /** Where the browser would come back to. */
    static URI callback() {
        return CALLBACK;
    }
}
