package org.waxwing.web.rest.change;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.change.CategorizeList;
import org.waxwing.application.change.ChangeMail;
import org.waxwing.application.change.ListActions;
import org.waxwing.application.change.UndoAction;
import org.waxwing.application.change.UndoAutomatic;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sorting.CorrectSorting;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Doing something to mail, and undoing it. */
@Path("actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
public class ActionsResource {
    static final String NOT_A_TIME = "This has to be a time ahead, as RFC 3339 writes it.";
    static final String NO_SUCH_MAILBOX = "There is no such folder in the account of these messages.";

    @Inject
    CurrentUser user;

    @Inject
    ChangeMail changeMail;

    @Inject
    CorrectSorting correctSorting;

    @Inject
    CategorizeList categorizeList;

    @Inject
    UndoAction undoAction;

    @Inject
    UndoAutomatic undoAutomatic;

    @Inject
    ListActions listActions;

    @Inject
    Clock clock;

    /** What was done. */
    @GET
    @Operation(summary = "What was done to mail in the last thirty days", description = "Latest first. Each can be undone until `undoUntil`, if that is after `at`.")
    public Page<DoneBody> done(
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "How many rows at most, 1 to 200.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200")) String limit,
            @QueryParam("cursor") @DefaultValue("") @Parameter(description = "The nextCursor of the part before.") String cursor) {
        var window = listActions.list(user.person().id(), position(cursor), rows(limit));
        var items = window.items().stream().map(DoneBody::of).toList();
        return window.more() ? new Page<>(items, window.items().getLast().position().token()) : Page.whole(items);
    }

    private static ListPosition position(String cursor) {
        try {
            return cursor.isEmpty() ? ListPosition.START : ListPosition.of(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("The parameter cursor is the nextCursor of an earlier answer.");
        }
    }

    private static int rows(String limit) {
        int rows = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
        if (rows < 1 || rows > ListQuery.MOST)
            throw ProblemException.malformed("The parameter limit is a number from 1 to " + ListQuery.MOST + ".");
        return rows;
    }

    /** Does something to mail. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Do something to conversations and messages", description = """
                    Done here at once, all of it or nothing, and carried to the mail servers as soon as they can be \
                    reached. `archive` moves what is in the inbox, `trash` everything, `spam` and `move` what was \
                    received; `delete` removes for good what is in spam or trash. `unread`, `star` and `answered` mark \
                    the latest message of a conversation, their counterparts and labels all of them. `to-inbox` moves \
                    what was received to the inbox of its account. `snooze`, `unsnooze`, `later`, `aside`, `back`, \
                    `mute` and `unmute` concern Waxwing alone, and whole conversations. `categorize` puts \
                    conversations on another shelf of the inbox and teaches that for mail of the kind, its sender, this \
                    message or the domain, as `scope` says. With `query` it is done to \
                    everything that a list shows at this moment, as one action; `categorize` then teaches nothing, and \
                    what it moved stays there until somebody says otherwise. Ids that name nothing are passed over; \
                    when none names anything, the answer is 404.""")
    @RequestBody(content = @Content(schema = @Schema(implementation = ActionBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActionResultBody.class)))
    @APIResponse(responseCode = "404", description = "None of these is there", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ActionResultBody act(InputStream body) throws IOException {
        var fields = Fields.of(body, ActionRequest.LARGEST);
        if (fields.text("op").equals("categorize"))
            return CategorizeRequest.isWhole(fields)
                    ? categorizeList(CategorizeRequest.whole(fields))
                    : categorize(CategorizeRequest.of(fields));
        var command = ActionRequest.of(fields);
        return switch (changeMail.change(user.person().id(), command)) {
            case ChangeMail.Result.Changed done -> ActionResultBody.of(done);
            case ChangeMail.Result.NoSuchMailbox() -> throw ProblemException.invalid("mailboxId", NO_SUCH_MAILBOX);
            case ChangeMail.Result.NotATime() -> throw ProblemException.invalid("until", NOT_A_TIME);
            case ChangeMail.Result.NothingThere() -> throw new ProblemException(
                    ProblemType.NOT_FOUND, "These messages are not there any more.");
        };
    }

    private ActionResultBody categorize(CorrectSorting.Command command) {
        return switch (correctSorting.correct(user.person().id(), command)) {
            case CorrectSorting.Result.Sorted it -> new ActionResultBody(
                    it.action().toString(), it.changed(), it.conversations(), it.undoUntil());
            case CorrectSorting.Result.NothingThere() -> throw new ProblemException(
                    ProblemType.NOT_FOUND, "These messages are not there any more.");
        };
    }

    private ActionResultBody categorizeList(CategorizeRequest.Whole whole) {
        return switch (categorizeList.categorize(user.person().id(), whole.choice(), whole.category())) {
            case CategorizeList.Result.Sorted it -> new ActionResultBody(
                    it.action().toString(), it.changed(), it.conversations(), it.undoUntil());
            case CategorizeList.Result.NothingThere() -> throw new ProblemException(
                    ProblemType.NOT_FOUND, "These messages are not there any more.");
        };
    }

    /** Undoes what rules did. */
    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Undo what rules did", description = "In the last thirty days: to a message, by a rule, or in a time; the latest first, here and at the mail servers, for messages that are still where rules had put them.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AutomaticUndoBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AutomaticUndoneBody.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public AutomaticUndoneBody undoAutomatic(InputStream body) throws IOException {
        var which = AutomaticUndoRequest.of(Fields.of(body), clock);
        return AutomaticUndoneBody.of(undoAutomatic.undo(user.person().id(), which));
    }

    /** Undoes it. */
    @POST
    @Path("{id}/undo")
    @Operation(summary = "Undo an action", description = "Here and at the mail servers, for messages that are still where the action had put them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UndoneBody.class)))
    @APIResponse(responseCode = "409", description = "Too late, or undone before", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public UndoneBody undo(@PathParam("id") String id) {
        return switch (undoAction.undo(user.person().id(), Id.of(id, ActionId::of))) {
            case UndoAction.Result.Undone(var changed) -> new UndoneBody(changed);
            case UndoAction.Result.TooLate() -> throw new ProblemException(
                    ProblemType.TOO_LATE, "It was too long ago, or has been undone already.");
            case UndoAction.Result.NoSuchAction() -> throw ProblemException.notFound();
        };
    }
}
