package org.waxwing.identity.keycloak;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Signing out, here and at Keycloak (OpenID Connect RP-Initiated Logout 1.0 §2). Takes a form with the session's token
 * in {@code csrfToken}; anything but POST is refused, so that no link and no image can sign somebody out.
 */
@WebServlet(name = "sign-out", urlPatterns = "/sign-out")
public class SignOutServlet extends HttpServlet {
    private final transient OidcSettings settings;

    @Inject
    public SignOutServlet(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = Optional.ofNullable(request.getSession(false));
        var given = Optional.ofNullable(request.getParameter("csrfToken")).orElse("");
        if (session.isPresent() && !CsrfToken.matches(session.get(), given)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var farewell = new EndSession(settings).address(RequestIdentity.idToken(request));
        session.ifPresent(it -> it.invalidate());
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", farewell.toString());
    }
}
