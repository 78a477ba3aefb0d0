package org.waxwing.web.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Gives the server's own refusals, such as an unknown path or a wrong method, the form of a problem. */
@Provider
public class ServerRefusalMapper implements ExceptionMapper<WebApplicationException> {
    private static final Logger LOG = Logger.getLogger(ServerRefusalMapper.class);

    @Override
    public Response toResponse(WebApplicationException exception) {
        var refusal = exception.getResponse();
        if (refusal.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) return refusal;
        var type = ProblemType.ofStatus(refusal.getStatus());
        if (type == ProblemType.INTERNAL) return new UnexpectedMapper(LOG).toResponse(exception);
        var response = ProblemMapper.response(Problem.of(type, ""));
        var allowed = refusal.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? response
                : Response.fromResponse(response).header(HttpHeaders.ALLOW, allowed).build();
    }
}
