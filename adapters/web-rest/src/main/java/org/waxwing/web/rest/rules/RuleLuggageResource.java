package org.waxwing.web.rest.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.rules.Editor;
import org.waxwing.application.rules.ExportRules;
import org.waxwing.application.rules.ImportRules;
import org.waxwing.application.rules.ImportRules.Language;
import org.waxwing.application.rules.ImportRules.Luggage;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Rules on their way from one Waxwing to another, or from another program. */
@Path("rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RuleLuggageResource {
    private static final String SIEVE = "application/sieve";

    @Inject
    CurrentUser user;

    @Inject
    ExportRules exportRules;

    @Inject
    ImportRules importRules;

    /** Rules to take away. */
    @GET
    @Path("export")
    @Operation(summary = "Rules to take away", description = "An array that `POST /rules/import` reads.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY, implementation = RuleBody.class)))
    public Response take(
            @QueryParam("organisation") @DefaultValue("false") @Parameter(description = "With true, those of the organisation.", schema = @Schema(type = SchemaType.BOOLEAN)) String organisation) {
        return Response.ok(exportRules.export(user.person().id(), organisation.equals("true")))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rules.json\"")
                .build();
    }

    /** Rules of another Waxwing. */
    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Bring rules", description = "Behind those that are there, all or none; what was for an account"
            + " that is not here is switched off. Read are the array of `GET /rules/export` and scripts in Sieve"
            + " (RFC 5228).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BroughtBody.class)))
    @APIResponse(responseCode = "409", description = "There would be more than there may be", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public BroughtBody bringJson(
            @QueryParam("organisation") @DefaultValue("false") @Parameter(description = "With true, for everybody's mail.", schema = @Schema(type = SchemaType.BOOLEAN)) String organisation,
            @QueryParam("keep") @DefaultValue("true") @Parameter(description = "With false, nothing is kept.", schema = @Schema(type = SchemaType.BOOLEAN)) String keep,
            InputStream body) throws IOException {
        return bring(Language.JSON, organisation, keep, body);
    }

    /** A script. */
    @POST
    @Path("import")
    @Consumes({SIEVE, MediaType.TEXT_PLAIN})
    @Operation(hidden = true)
    public BroughtBody bringSieve(
            @QueryParam("organisation") @DefaultValue("false") String organisation,
            @QueryParam("keep") @DefaultValue("true") String keep,
            InputStream body) throws IOException {
        return bring(Language.SIEVE, organisation, keep, body);
    }

    private BroughtBody bring(Language language, String organisation, String keep, InputStream body)
            throws IOException {
        boolean kept = !keep.equals("false");
        var editor = new Editor(user.person().id(), user.isAdministrator());
        var luggage = new Luggage(language, RuleText.text(body), organisation.equals("true"), kept);
        return switch (importRules.bring(editor, luggage)) {
            case ImportRules.Result.Brought brought -> BroughtBody.of(brought, kept);
            case ImportRules.Result.NotRules(var pointer, var reason, var detail) ->
                throw RuleText.refusal(pointer, reason, detail);
            case ImportRules.Result.NotSieve(var line, var column, var why) ->
                throw ProblemException.malformed("Line " + line + ", column " + column + ": " + why + ".");
            case ImportRules.Result.Invalid(var position, var problems) -> throw RuleText.refusal(position, problems);
            case ImportRules.Result.NoRoom() -> throw new ProblemException(ProblemType.NO_ROOM, "");
            case ImportRules.Result.NotAllowed() -> throw new ProblemException(
                    ProblemType.FORBIDDEN, "The rules of an organisation are changed by its administrators.");
        };
    }
}
