package org.waxwing.web.rest.change;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.triage.SuggestSnoozeTimes;
import org.waxwing.application.triage.SuggestSnoozeTimes.Suggestion;
import org.waxwing.web.rest.problem.ProblemException;

/** Until when something could be snoozed. */
@Path("snooze-times")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
public class SnoozeTimesResource {
    @Inject
    SuggestSnoozeTimes suggestSnoozeTimes;

    /** What words mean, and which moments are usual. */
    @GET
    @Operation(summary = "What a time in words means", description = "Such as `next tuesday 9`, `in 3 hours`, `morgen früh` or `下周一`, in English, German and Chinese.")
    public SnoozeTimesBody times(
            @QueryParam("text") @DefaultValue("") @Parameter(description = "The words.") String text,
            @QueryParam("zone") @DefaultValue("UTC") @Parameter(description = "The time zone of whoever says it, as IANA calls it.") String zone,
            @QueryParam("language") @DefaultValue("en") @Parameter(description = "Language and country of whoever says it, as BCP 47 writes them: decides whether 1/12 is a day in January or December.") String language) {
        return switch (suggestSnoozeTimes.suggest(text, Locale.forLanguageTag(language), zone(zone))) {
            case Suggestion.Usual(var presets) -> SnoozeTimesBody.of(null, presets);
            case Suggestion.Understood(var at, var presets) -> SnoozeTimesBody.of(at, presets);
        };
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw ProblemException.malformed("The parameter zone is the name of a time zone.");
        }
    }
}
