package org.waxwing.web.rest.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the problem that ended a request. */
@Provider
public class ProblemMapper implements ExceptionMapper<ProblemException> {
    @Override
    public Response toResponse(ProblemException exception) {
        var response = response(exception.problem());
        return exception.retryAfter().isZero()
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, exception.retryAfter().toSeconds())
                        .build();
    }

    static Response response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
    }
}
