package org.waxwing.identity.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** A browser's exchange with the server: one request after the other, with one session, if any. */
final class Web {
    static final String SUBJECT = "51b6c7c8-1929-4046-b212-e7e6824cd209";

    final Map<String, String> headers = new HashMap<>();
    final Map<String, String> parameters = new HashMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> answered = new HashMap<>();
    final List<String> done = new ArrayList<>();
    String method = "GET";
    @Nullable
    Map<String, Object> session;
    @Nullable
    Principal principal;
    int status = 200;
    private boolean newborn;

    /** Signed in by a browser: the session has both tokens. */
    void signIn(String name) {
        principal = () -> SUBJECT;
        var claims = new JwtClaims();
        claims.setClaim("sub", SUBJECT);
        claims.setClaim("name", name);
        claims.setClaim("email", "mira@example.org");
        attributes.put(
                OidcSecurityContext.class.getName(),
                new OidcSecurityContext("access", new AccessToken(claims), "the-id-token", new IDToken(claims)));
    }

    HttpServletRequest request() {
        newborn = false;
        return fake(HttpServletRequest.class, (proxy, call, arguments) -> switch (call.getName()) {
            case "getHeader" -> headers.get(String.valueOf(arguments[0]));
            case "getParameter" -> parameters.get(String.valueOf(arguments[0]));
            case "getAttribute" -> attributes.get(String.valueOf(arguments[0]));
            case "getUserPrincipal" -> principal;
            case "isUserInRole" -> "admin".equals(arguments[0]);
            case "getMethod" -> method;
            case "getRequestURI" -> "/inbox.xhtml";
            case "getQueryString" -> "view=imbox";
            case "getContextPath" -> "";
            case "getSession" -> session(arguments == null || Boolean.TRUE.equals(arguments[0]));
            default -> throw new UnsupportedOperationException(call.getName());
        });
    }

    HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, call, arguments) -> {
            switch (call.getName()) {
                case "setHeader" -> answered.put(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
                case "setStatus", "sendError" -> status = (Integer) arguments[0];
                case "sendRedirect" -> {
                    status = 302;
                    answered.put("Location", String.valueOf(arguments[0]));
                }
                default -> throw new UnsupportedOperationException(call.getName());
            }
            return null;
        });
    }

    FilterChain chain(Runnable page) {
        return (request, response) -> {
            done.add("page");
            page.run();
        };
    }

    @Nullable
    HttpSession session(boolean create) {
        if (session == null && create) {
            session = new HashMap<>();
            newborn = true;
        }
        if (session == null) return null;
        var kept = session;
        return fake(HttpSession.class, (proxy, call, arguments) -> switch (call.getName()) {
            case "getAttribute" -> kept.get(String.valueOf(arguments[0]));
            case "setAttribute" -> kept.put(String.valueOf(arguments[0]), arguments[1]);
            case "isNew" -> newborn;
            case "invalidate" -> {
                session = null;
                yield done.add("invalidated");
            }
            default -> throw new UnsupportedOperationException(call.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, call, given) -> {
            var answer = answers.invoke(proxy, call, given);
            return call.getReturnType() == void.class ? null : answer;
        }));
    }
}
