package org.waxwing.identity.keycloak;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.identity.WelcomePerson;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.Person;

/**
 * The person whom the request's token names. They are welcomed once per session, again when the token spells them
 * differently, and with every request that brings a token of its own. The session keeps text only, so that it can move
 * to another node.
 */
@RequestScoped
@Typed(CurrentUser.class)
public class KeycloakCurrentUser implements CurrentUser {
    private static final String WELCOMED = "org.waxwing.welcomed";
    private static final String ORGANISATION = "org.waxwing.organisation";
    private static final String ADMINISTRATOR = "admin";

    private final HttpServletRequest request;
    private final WelcomePerson welcomePerson;
    private final OidcSettings settings;
    // everything that a request touches asks for them
    private @Nullable Person known;

    @Inject
    public KeycloakCurrentUser(HttpServletRequest request, WelcomePerson welcomePerson, OidcSettings settings) {
        this.request = request;
        this.welcomePerson = welcomePerson;
        this.settings = settings;
    }

    @Override
    public Person person() {
        var asked = known;
        if (asked == null) known = asked = read();
        return asked;
    }

    private Person read() {
        var claims = RequestIdentity.claims(request)
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
        return isSignedInByCookie() ? ofSession(claims) : welcome(claims);
    }

    @Override
    public boolean isAdministrator() {
        return request.isUserInRole(ADMINISTRATOR);
    }

    @Override
    public boolean isSignedInByCookie() {
        return !RequestIdentity.isBearer(request);
    }

    /** The session's token; empty for a request without a session's cookie, which needs none. */
    @Override
    public String csrfToken() {
        return isSignedInByCookie() ? CsrfToken.of(request.getSession()) : "";
    }

    @Override
    public URI profilePage() {
        return settings.profilePage();
    }

    private Person ofSession(Claims claims) {
        var session = request.getSession();
        var spelt = claims.toString();
        if (spelt.equals(session.getAttribute(WELCOMED))
                && session.getAttribute(ORGANISATION) instanceof String organisation)
            return new Person(claims.person(), OrganisationId.of(organisation), claims.name(), claims.email());
        var person = welcome(claims);
        session.setAttribute(ORGANISATION, person.organisation().toString());
        session.setAttribute(WELCOMED, spelt);
        return person;
    }

    private Person welcome(Claims claims) {
        return welcomePerson.welcome(claims.person(), claims.name(), claims.email());
    }
}
