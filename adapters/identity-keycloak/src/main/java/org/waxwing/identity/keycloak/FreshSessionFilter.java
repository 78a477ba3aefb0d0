package org.waxwing.identity.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives nobody a session that somebody may have known before they signed in. The server's OpenID Connect client signs
 * people in to whatever session their browser names, and keeps its id; changing the id with their next request would be
 * too late, because whoever planted it may come first. So a session that began without a person is ended as soon as it
 * has one, and signing in once more, which Keycloak answers by itself, begins another.
 */
@WebFilter(filterName = "fresh-session", urlPatterns = "/*", asyncSupported = true)
public class FreshSessionFilter extends HttpFilter {
    private static final String BEGUN_BY_NOBODY = "org.waxwing.begun-by-nobody";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() == null) {
            chain.doFilter(request, response);
            mark(request);
            return;
        }
        var session = request.getSession(false);
        if (session == null || session.getAttribute(BEGUN_BY_NOBODY) == null) {
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getMethod().equals("GET") ? address(request) : request.getContextPath() + "/");
    }

    // Open pages and files are not told who asks, so that only the birth of a session is a sign.
    private static void mark(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && session.isNew()) session.setAttribute(BEGUN_BY_NOBODY, true);
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        // a path that begins with two slashes would name another host
        var path = request.getRequestURI().replaceAll("^/{2,}", "/");
        return query == null ? path : path + "?" + query;
    }
}
