package org.waxwing.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.preferences.ChangePreferences;
import org.waxwing.application.preferences.ReadPreferences;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.web.rest.problem.Problem;

/** The person who asks. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class MeResource {
    @Inject
    CurrentUser user;

    @Inject
    ReadPreferences readPreferences;

    @Inject
    ChangePreferences changePreferences;

    /** The person who asks. */
    @GET
    @Operation(summary = "The person who asks, and what they have chosen")
    public MeBody me() {
        return MeBody.of(user, readPreferences.of(user.person().id()));
    }

    /** Lets them choose. */
    @PATCH
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change settings", description = "Settings that are left out stay.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SettingsBody.class)))
    @APIResponse(responseCode = "200", description = "Everything that holds from now on", content = @Content(schema = @Schema(implementation = SettingsBody.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SettingsBody change(InputStream body) throws IOException {
        var wanted = SettingsChange.of(Fields.of(body));
        return SettingsBody.of(changePreferences.change(user.person().id(), wanted.choices()));
    }
}
