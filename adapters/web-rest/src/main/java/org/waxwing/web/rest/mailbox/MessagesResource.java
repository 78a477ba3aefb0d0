package org.waxwing.web.rest.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.waxwing.application.mailbox.ListEmails;
import org.waxwing.application.mailbox.OpenEmail;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** Messages. */
@Path("messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class MessagesResource {
    @Inject
    CurrentUser user;

    @Inject
    ListEmails listEmails;

    @Inject
    OpenEmail openEmail;

    /** A part of a flat list of messages, latest first, or the messages with a Message-ID header. */
    @GET
    @Operation(summary = "Messages of a view or folder, latest first", description = "The same lists as of conversations, one row a message, without its text. With messageId,"
            + " the messages that carry this header, whatever the other parameters say.")
    public Page<MessageBody> list(
            @BeanParam ListParameters parameters,
            @QueryParam("messageId") @DefaultValue("") @Parameter(description = "A Message-ID, with or without its angle brackets.") String messageId) {
        var window = listEmails.list(user.person().id(), MessageSearch.of(parameters, messageId));
        return ListParameters.page(window, EmailView::position, MessageBody::row);
    }

    /** A message. */
    @GET
    @Path("{id}")
    @Operation(summary = "A message", description = "With at most 500 000 characters of its text.")
    public MessageBody message(@PathParam("id") String id) {
        return openEmail.open(user.person().id(), Id.of(id, EmailId::of))
                .map(MessageBody::whole)
                .orElseThrow(ProblemException::notFound);
    }
}
