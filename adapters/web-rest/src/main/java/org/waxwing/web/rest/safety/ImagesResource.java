package org.waxwing.web.rest.safety;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.safety.ShowRemoteImage;
import org.waxwing.domain.images.ImageFetcher;
import org.waxwing.web.rest.problem.ProblemException;

/** Pictures of other servers, fetched by ours so that theirs do not see who reads. */
@Path("images")
@RequestScoped
@Tag(name = "Messages")
public class ImagesResource {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    CurrentUser user;

    @Inject
    ShowRemoteImage showRemoteImage;

    /** A picture of another server. */
    @GET
    @Operation(summary = "A picture of another server that a message shows", description = "Its address is taken from"
            + " the HTML of a message as it is; others are not there. Only pictures made of dots are sent.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "image/*", schema = @Schema(implementation = String.class, format = "binary")))
    public Response image(
            @QueryParam("u") @DefaultValue("") @Parameter(description = "Which, as the message has it.") String picture,
            @QueryParam("s") @DefaultValue("") @Parameter(description = "Its seal, as the message has it.") String seal) {
        var asked = ImageAddress.of(picture, seal).orElseThrow(ProblemException::notFound);
        return switch (showRemoteImage.show(user.person().id(), asked.picture(), asked.seal())) {
            case ShowRemoteImage.Result.Shown(var image) -> sent(image);
            case ShowRemoteImage.Result.NotSealed() -> throw ProblemException.notFound();
            case ShowRemoteImage.Result.NotThere() -> throw ProblemException.notFound();
            case ShowRemoteImage.Result.Unreachable() -> throw ProblemException.notFound();
            case ShowRemoteImage.Result.TooMany() -> throw ProblemException.tooManyAttempts(A_MINUTE);
        };
    }

    private static Response sent(ImageFetcher.Result.Fetched image) {
        StreamingOutput body = out -> {
            try (var in = image.bytes().open()) {
                in.transferTo(out);
            }
        };
        return Response.ok(body, image.mediaType())
                .header("Content-Length", image.size())
                .header("Cache-Control", "private, max-age=86400, immutable")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Content-Disposition", "inline; filename=\"picture\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
