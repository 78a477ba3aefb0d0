package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.waxwing.application.mailbox.OpenThread;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ThreadView;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Viewer;
import org.waxwing.web.faces.Words;

/** The conversation that is open, if one is. */
@Named
@RequestScoped
public class ReaderPane {
    @Inject
    CurrentUser user;

    @Inject
    OpenThread openThread;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Viewer viewer;

    @Inject
    Asked asked;

    private Conversation conversation = new Conversation("", "", "", List.of(), List.of(), "", List.of());
    private boolean missing;

    /** Opens the conversation that the address names, if it names one. */
    public void open() {
        if (asked.getThread().isEmpty()) return;
        var found = Places.parsed(ThreadId::of, asked.getThread())
                .flatMap(id -> openThread.open(user.person().id(), id))
                .flatMap(this::wanted);
        if (found.isPresent()) {
            conversation = new Conversations(shell, words.phrases()).of(found.get());
        } else {
            missing = true;
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
        }
    }

    /** The conversation, or the one message of it that was asked for by a viewer who reads single messages. */
    private Optional<OpenThread.Opened> wanted(OpenThread.Opened opened) {
        if (viewer.isConversations() || asked.getMessage().isEmpty()) return Optional.of(opened);
        var thread = opened.thread();
        return thread.messages().stream()
                .filter(email -> email.id().toString().equals(asked.getMessage()))
                .findFirst()
                .map(email -> new OpenThread.Opened(
                        new ThreadView(thread.id(), thread.account(), email.headers().subject(), List.of(email)),
                        opened.writers()));
    }

    /** Whether a conversation is open. */
    public boolean isOpen() {
        return !conversation.messages().isEmpty();
    }

    /** Whether one was asked for that is not there. */
    public boolean isMissing() {
        return missing;
    }

    /** The open conversation; without messages when none is. */
    public Conversation getConversation() {
        return conversation;
    }
}
