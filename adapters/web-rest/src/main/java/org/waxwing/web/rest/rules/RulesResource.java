package org.waxwing.web.rest.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.rules.ApplyRule;
import org.waxwing.application.rules.Editor;
import org.waxwing.application.rules.KeepRule;
import org.waxwing.application.rules.ListRules;
import org.waxwing.application.rules.OrderRules;
import org.waxwing.application.rules.RemoveRule;
import org.waxwing.application.rules.RuleChange;
import org.waxwing.application.rules.ShowWebhookSecret;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.sorting.JobBody;

/** What is to be done with mail of a kind. */
@Path("rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
public class RulesResource {
    @Inject
    CurrentUser user;

    @Inject
    ListRules listRules;

    @Inject
    KeepRule keepRule;

    @Inject
    RemoveRule removeRule;

    @Inject
    OrderRules orderRules;

    @Inject
    ApplyRule applyRule;

    @Inject
    ShowWebhookSecret showWebhookSecret;

    /** All rules. */
    @GET
    @Operation(summary = "All rules", description = "In the order in which they are run: those of the organisation first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    public Response rules() {
        var books = listRules.list(user.person().id());
        var items = books.set().rules().stream().map(RuleBody::of).toList();
        return Response.ok(Page.whole(items)).tag(new EntityTag(books.tag())).build();
    }

    /** One rule. */
    @GET
    @Path("{id}")
    @Operation(summary = "A rule")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleBody.class)))
    public Response rule(@PathParam("id") String id) {
        var rule = listRules.list(user.person().id()).rule(Id.of(id, RuleId::of))
                .orElseThrow(ProblemException::notFound);
        return RuleAnswers.withTag(Response.ok(), rule).build();
    }

    /** Makes a rule. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a rule", description = "It is run behind all others. With `organisation` it is for"
            + " everybody's mail, which administrators may decide. What `forward`, `reply` and `webhook` send goes out once, for mail"
            + " that comes; `forward` to confirmed addresses alone, see `forwarding-addresses`.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleBody.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RuleBody.class)))
    @APIResponse(responseCode = "409", description = "There are as many as there may be", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response add(InputStream body, @Context UriInfo address) throws IOException {
        var wanted = RuleText.rule(body);
        var change = keepRule.keep(editor(), new KeepRule.Wish.New(wanted));
        if (!(change instanceof RuleChange.Kept(var rule))) return RuleAnswers.changed(change, List.of(wanted));
        var place = address.getAbsolutePathBuilder().path(rule.id().toString()).build();
        return RuleAnswers.withTag(Response.created(place), rule).build();
    }

    /** Changes a rule. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a rule", description = "The whole of it is sent; whose it is does not change.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RuleBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleBody.class)))
    @APIResponse(responseCode = "412", description = "It was changed meanwhile; `current` is what it is now", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = StaleBody.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("") String seen,
            InputStream body) throws IOException {
        var rule = Id.of(id, RuleId::of);
        var wanted = RuleText.rule(body);
        return RuleAnswers.changed(
                keepRule.keep(editor(), new KeepRule.Wish.Changed(rule, RuleAnswers.seen(seen), wanted)),
                List.of(wanted));
    }

    /** Removes a rule. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Remove a rule", description = "What it has done stays done.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile; `current` is what it is now", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = StaleBody.class)))
    public Response remove(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("") String seen) {
        return RuleAnswers.changed(
                removeRule.remove(editor(), Id.of(id, RuleId::of), RuleAnswers.seen(seen)), List.of());
    }

    /** Lets a rule be run before others, or after them. */
    @POST
    @Path("{id}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Run a rule earlier or later")
    @RequestBody(content = @Content(schema = @Schema(implementation = MoveBody.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleBody.class)))
    @APIResponse(responseCode = "422", description = "Values are not right; each is listed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response move(@PathParam("id") String id, InputStream body) throws IOException {
        var fields = Fields.of(body);
        int position = fields.number("position", 0, RuleBook.MOST);
        fields.check();
        return RuleAnswers.changed(orderRules.move(editor(), Id.of(id, RuleId::of), position), List.of());
    }

    /** Runs a rule on the mail that is there. */
    @POST
    @Path("{id}/apply")
    @Operation(summary = "Run a rule on all mail that is there", description = """
                    In the background, a job for each account, whether the rule is switched on or not; among all others, \
                    as when it is tried. All of it is one action that can be undone. Nobody is told of anything, and \
                    nothing is sent. While it is run already, the answer is the jobs that do it.""")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "422", description = "The rule cannot be run", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response apply(@PathParam("id") String id) {
        return switch (applyRule.apply(user.person().id(), Id.of(id, RuleId::of))) {
            case ApplyRule.Result.Begun(var jobs) -> Response.accepted(
                    Page.whole(jobs.stream().map(JobBody::of).toList())).build();
            case ApplyRule.Result.NotThere() -> throw ProblemException.notFound();
            case ApplyRule.Result.Invalid(var problems) -> throw RuleText.refusal(0, problems);
        };
    }

    /** What programs know the calls of a rule by. */
    @GET
    @Path("{id}/secret")
    @Operation(summary = "What the calls of a rule to programs are signed with", description = """
                    `Waxwing-Signature` of a call is `v1=` and the HMAC-SHA-256, in hexadecimal digits, with this secret \
                    over `Waxwing-Timestamp`, a dot and the body. `Idempotency-Key` is the same when a call is repeated. \
                    For those who may change the rule.""")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SecretBody.class)))
    public SecretBody secret(@PathParam("id") String id) {
        return showWebhookSecret.show(editor(), Id.of(id, RuleId::of))
                .map(it -> new SecretBody(it.value()))
                .orElseThrow(ProblemException::notFound);
    }

    private Editor editor() {
        return new Editor(user.person().id(), user.isAdministrator());
    }
}
