package org.waxwing.web.rest.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.web.rest.cron.CronResource;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/**
 * Stops changes that another site may have caused in the browser of somebody who is signed in: with a session's cookie
 * every unsafe method needs that session's token, and must not come from elsewhere as far as the browser tells. A
 * request that brings a token of its own cannot be forged that way.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class ForgeryFilter implements ContainerRequestFilter {
    private static final String TOKEN = "X-CSRF-Token";

    @Inject
    CurrentUser user;

    @Override
    public void filter(ContainerRequestContext request) {
        // nobody is signed in there, so a cookie opens nothing; it has a secret of its own
        if (!isJob(request.getUriInfo().getPath())) check(request, user);
    }

    static boolean isJob(String path) {
        return path.startsWith("/" + CronResource.PATH + "/") || path.startsWith(CronResource.PATH + "/");
    }

    static void check(ContainerRequestContext request, CurrentUser user) {
        if (Origins.isSafe(request.getMethod()) || !user.isSignedInByCookie()) return;
        var own = Origins.of(request.getUriInfo().getBaseUri());
        boolean meant = Origins.isOwn(header(request, "Sec-Fetch-Site"), header(request, "Origin"), own)
                && Origins.isSame(user.csrfToken(), header(request, TOKEN));
        if (!meant)
            throw new ProblemException(
                    ProblemType.FORGED,
                    "With a browser's session, changes need its token in the header " + TOKEN + ".");
    }

    private static String header(ContainerRequestContext request, String name) {
        var value = request.getHeaderString(name);
        return value == null ? "" : value;
    }
}
