package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.waxwing.application.mailbox.OpenThread;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.safety.AssessThread;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.web.faces.Shell;
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
    AssessThread assessThread;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Asked asked;

    private Conversation conversation = new Conversation("", "", "", List.of(), List.of(), "", List.of());
    private boolean missing;

    /** Opens the conversation that the address names, if it names one. */
    public void open() {
        if (asked.getThread().isEmpty()) return;
        var found = Places.parsed(ThreadId::of, asked.getThread())
                .flatMap(id -> openThread.open(user.person().id(), id));
        if (found.isPresent()) {
            var opened = found.get();
            var assessment = assessThread.assess(user.person().id(), opened.thread(), opened.writers());
            conversation = new Conversations(shell, words.phrases(), assessment).of(opened);
        } else {
            missing = true;
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
        }
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
