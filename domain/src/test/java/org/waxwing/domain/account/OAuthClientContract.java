package org.waxwing.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What every {@link OAuthClient} does, at a server where somebody can consent and take that back. */
public interface OAuthClientContract {
    URI CALLBACK = URI.create("http://127.0.0.1:8080/oauth/callback");

    OAuthClient client();

    /** The provider that is set up. */
    String provider();

    /** The mailbox whose owner consents. */
    String address();

    /** Lets that owner consent to a request; the code that their browser brings back. */
    Secret consent(ConsentRequest request) throws Exception;

    /** Lets that owner take every consent back. */
    void endConsent() throws Exception;

    private ConsentRequest request() {
        return client().request(provider(), CALLBACK, address());
    }

    private OAuthGrant.Granted granted() throws Exception {
        var request = request();
        return (OAuthGrant.Granted) client().redeem(request, consent(request));
    }

    @Test
    default void every_request_is_another() {
        var first = request();
        var second = request();

        assertThat(first.state()).isNotEqualTo(second.state());
        assertThat(first.verifier()).isNotEqualTo(second.verifier());
        assertThat(first.address().toString()).contains(first.state()).doesNotContain(first.verifier().value());
        assertThat(first.callback()).isEqualTo(CALLBACK);
    }

    @Test
    default void asks_no_provider_that_is_not_set_up() {
        assertThat(client().providers()).extracting(OAuthProvider::key).contains(provider()).doesNotContain("nobody");
        assertThatThrownBy(() -> client().request("nobody", CALLBACK, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(client().renew("nobody", new Secret("x"))).isEqualTo(new OAuthGrant.NotOffered());
    }

    @Test
    default void a_consent_brings_tokens_and_tells_whose_they_are() throws Exception {
        var granted = granted();

        assertThat(granted.address()).isEqualTo(address());
        assertThat(granted.username()).isNotBlank();
        assertThat(granted.tokens().accessToken()).isNotEqualTo(granted.tokens().refreshToken());
    }

    @Test
    default void a_code_is_good_once() throws Exception {
        var request = request();
        var code = consent(request);
        client().redeem(request, code);

        assertThat(client().redeem(request, code)).isEqualTo(new OAuthGrant.Lapsed());
    }

    @Test
    default void a_code_is_good_only_for_whoever_asked() throws Exception {
        var code = consent(request());

        assertThat(client().redeem(request(), code)).isEqualTo(new OAuthGrant.Lapsed());
    }

    @Test
    default void a_code_that_nobody_gave_is_good_for_nothing() {
        assertThat(client().redeem(request(), new Secret("made-up"))).isEqualTo(new OAuthGrant.Lapsed());
    }

    @Test
    default void tokens_are_renewed_again_and_again() throws Exception {
        var first = granted();

        var second = (OAuthGrant.Granted) client().renew(provider(), first.tokens().refreshToken());
        var third = (OAuthGrant.Granted) client().renew(provider(), second.tokens().refreshToken());

        assertThat(second.tokens().accessToken()).isNotEqualTo(first.tokens().accessToken());
        assertThat(third.tokens().accessToken()).isNotEqualTo(second.tokens().accessToken());
        assertThat(third.tokens().expiresAt()).isAfterOrEqualTo(first.tokens().expiresAt());
    }

    @Test
    default void a_consent_that_was_taken_back_renews_nothing() throws Exception {
        var granted = granted();

        endConsent();

        assertThat(client().renew(provider(), granted.tokens().refreshToken())).isEqualTo(new OAuthGrant.Lapsed());
    }

    @Test
    default void a_refresh_token_that_nobody_gave_is_good_for_nothing() {
        assertThat(client().renew(provider(), new Secret("made-up"))).isEqualTo(new OAuthGrant.Lapsed());
    }
}
