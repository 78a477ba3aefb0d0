package org.waxwing.application.account;

import java.net.URI;
import java.util.Optional;
import org.waxwing.domain.account.ConsentRequest;
import org.waxwing.domain.account.OAuthClient;

/** Sends somebody to their mail provider, to consent that Waxwing opens their mailbox. */
public class AskForConsent {
    private final OAuthClient oauth;

    public AskForConsent(OAuthClient oauth) {
        this.oauth = oauth;
    }

    /**
     * The request to send them with; it has to be kept until they are back.
     *
     * @param hint the address that is expected to consent; may be empty
     * @return empty when no such provider is set up
     */
    public Optional<ConsentRequest> ask(String provider, URI callback, String hint) {
        return oauth.providers().stream()
                .filter(it -> it.key().equals(provider))
                .findFirst()
                .map(it -> oauth.request(it.key(), callback, hint));
    }
}
