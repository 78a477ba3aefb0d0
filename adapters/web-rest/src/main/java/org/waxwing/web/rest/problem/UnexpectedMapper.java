package org.waxwing.web.rest.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Answers what nobody expected: the client learns the number of the incident, the log what happened. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private final Logger log;

    public UnexpectedMapper() {
        this(Logger.getLogger(UnexpectedMapper.class));
    }

    UnexpectedMapper(Logger log) {
        this.log = log;
    }

    @Override
    public Response toResponse(Throwable unexpected) {
        var incident = UUID.randomUUID();
        log.errorf(unexpected, "Incident %s: a request to the API failed", incident);
        return ProblemMapper.response(Problem.of(
                ProblemType.INTERNAL,
                "This is our fault, not yours. Please try again; should it happen again, tell your administrator the"
                        + " number of this incident.")
                .withInstance("urn:uuid:" + incident));
    }
}
