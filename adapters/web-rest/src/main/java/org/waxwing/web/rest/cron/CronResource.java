package org.waxwing.web.rest.cron;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.sync.RequestAllSyncs;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Jobs that a scheduler outside starts. Waxwing also does them by itself; this is for those who want to choose when. */
@Path(CronResource.PATH)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class CronResource {
    /** Where the jobs are, in the API. */
    public static final String PATH = "cron";

    // the server's own look at Authorization knows tokens of persons only, so it is handed on under this name
    private static final String HANDED_ON = "X-Waxwing-Cron";
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Inject
    CronSecret secret;

    @Inject
    RequestAllSyncs requestAllSyncs;

    @Inject
    AttemptLimit limit;

    @Inject
    HttpServletRequest request;

    /** Starts a job. */
    @POST
    @Path("{job}")
    @Operation(summary = "Start a job", description = "`email-sync` compares every account with its server, `full-comparison` does so message by message."
            + " Needs `Authorization: Bearer` with the cron secret that the administrator has set; without one"
            + " there are no jobs. Answers at once.")
    @Parameter(name = "job", in = ParameterIn.PATH, schema = @Schema(enumeration = {"email-sync", "full-comparison"}))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = CronBody.class)))
    @APIResponse(responseCode = "401", description = "Not the secret", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "429", description = "Too many attempts", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response start(
            @PathParam("job") String job, @HeaderParam(HANDED_ON) @DefaultValue("") String authorization) {
        check(authorization, request.getRemoteAddr());
        return switch (job) {
            case "email-sync" -> started(job, requestAllSyncs.request(false));
            case "full-comparison" -> started(job, requestAllSyncs.request(true));
            default -> throw ProblemException.notFound();
        };
    }

    void check(String authorization, String address) {
        if (!secret.isSet()) throw ProblemException.notFound();
        // by address: somebody who guesses must not shut out the scheduler
        var sender = new PersonId(UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)));
        if (!limit.admits(sender, PATH)) throw ProblemException.tooManyAttempts(PAUSE);
        if (secret.isShownBy(authorization)) return;
        limit.refused(sender, PATH);
        throw new ProblemException(ProblemType.NOT_SIGNED_IN, "This needs the cron secret.");
    }

    private static Response started(String job, int accounts) {
        return Response.accepted(new CronBody(job, accounts)).build();
    }
}
