package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.waxwing.application.runtime.CurrentUser;

/**
 * What a page may load (Content Security Policy, level 3). PrimeFaces appends the nonce of its own scripts, so the
 * rule for scripts comes last.
 */
@Named
@RequestScoped
public class PagePolicy {
    // components of PrimeFaces carry style attributes; pages without them need none
    private static final Set<String> STYLED_BY_PRIMEFACES = Set.of(
            "/account-new.xhtml", "/account-reconnect.xhtml");

    // sanitised mail stands in it, so it is shut up like a frame that shows mail; the page around it may ask it to print
    private static final String PAPER = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self';"
            + " sandbox allow-same-origin allow-modals; script-src 'self'";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    /** The policy of this page. */
    public String getText() {
        if (request.getServletPath().equals("/print.xhtml")) return PAPER;
        return "default-src 'none'; connect-src 'self'; font-src 'self'; frame-src 'self'; img-src 'self' data:;"
                + " style-src 'self'" + (isStyledByPrimeFaces() ? "; style-src-attr 'unsafe-inline'" : "")
                + "; manifest-src 'self'; worker-src 'self'; form-action 'self'" + identityProvider()
                + "; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; script-src 'self'";
    }

    /** Signing out is a form of ours that is answered with a redirect to the identity provider. */
    private String identityProvider() {
        if (Choices.PUBLIC.contains(request.getServletPath())) return "";
        var page = user.profilePage();
        return " " + page.getScheme() + "://" + page.getRawAuthority();
    }

    private boolean isStyledByPrimeFaces() {
        return STYLED_BY_PRIMEFACES.contains(request.getServletPath());
    }
}
