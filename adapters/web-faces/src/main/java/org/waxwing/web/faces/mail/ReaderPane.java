package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.waxwing.application.mailbox.OpenConversation;
import org.waxwing.application.mailbox.OpenConversation.Wanted;
import org.waxwing.application.mailbox.OpenEmail;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.safety.AssessThread;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Viewer;
import org.waxwing.web.faces.Words;

/** The conversation that is open, if one is; or the part of it that is asked for. */
@Named
@RequestScoped
public class ReaderPane {
    @Inject
    CurrentUser user;

    @Inject
    OpenConversation openConversation;

    @Inject
    OpenEmail openEmail;

    @Inject
    AssessThread assessThread;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Viewer viewer;

    @Inject
    Asked asked;

    private Conversation conversation = Conversation.NONE;
    private MailText text = new MailText(List.of());
    private boolean missing;

    /** Opens the conversation, or the single message, that the address names, if it names one. */
    public void open() {
        if (!asked.getMessage().isEmpty()) openAt();
        else if (!asked.getThread().isEmpty()) show(whole(), false);
    }

    /** What a search found is read in its conversation, by those who read conversations. */
    private void openAt() {
        var conversation = viewer.isConversations() ? found(whole()) : Optional.<OpenConversation.Opened>empty();
        if (conversation.isPresent()) show(conversation.get(), false);
        else show(alone(), true);
    }

    /** Opens what stands before the part of a conversation that is shown. */
    public void openEarlier() {
        show(Places.parsed(ThreadId::of, asked.getThread())
                .flatMap(thread -> Places.parsed(ListPosition::of, asked.getBefore())
                        .map(before -> new Wanted.Earlier(thread, before))),
                false);
    }

    /** Opens one message of a conversation. */
    public void openMessage() {
        show(alone(), false);
    }

    /** Opens the plain text of a message. */
    public void openText() {
        var found = Places.parsed(EmailId::of, asked.getMessage())
                .flatMap(id -> openEmail.open(user.person().id(), id));
        if (found.isPresent()) text = MailText.of(found.get().text());
        else lose();
    }

    private Optional<Wanted.Alone> alone() {
        return Places.parsed(EmailId::of, asked.getMessage()).map(Wanted.Alone::new);
    }

    private Optional<Wanted.Latest> whole() {
        return Places.parsed(ThreadId::of, asked.getThread()).map(Wanted.Latest::new);
    }

    private Optional<OpenConversation.Opened> found(Optional<? extends Wanted> wanted) {
        return wanted.flatMap(it -> openConversation.open(user.person().id(), it));
    }

    private void show(Optional<? extends Wanted> wanted, boolean alone) {
        var found = found(wanted);
        if (found.isEmpty()) lose();
        else show(found.get(), alone);
    }

    private void show(OpenConversation.Opened opened, boolean alone) {
        var assessment = assessThread.assess(
                user.person().id(), opened.outline().account(), opened.open(), opened.writers());
        conversation = Conversations.in(opened.surroundings(), assessment, words.phrases(), shell.getTimes())
                .of(opened, alone);
    }

    private void lose() {
        missing = true;
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }

    /** Whether a conversation is open. */
    public boolean isOpen() {
        return !conversation.messages().isEmpty();
    }

    /** Whether one was asked for that is not there. */
    public boolean isMissing() {
        return missing;
    }

    /** The open conversation, or the part of it that was asked for; without messages when none is. */
    public Conversation getConversation() {
        return conversation;
    }

    /** The plain text that was asked for. */
    public MailText getText() {
        return text;
    }

    /** The address of the whole conversation in the list that is shown. */
    public String getWholeHref() {
        var query = asked.getSearch().isEmpty()
                ? Places.scope(asked.getView(), asked.getAccount(), asked.getMailbox(), asked.getLabel())
                        .map(Places::query)
                        .orElse("")
                : Places.search(asked.getSearch(), asked.getAccount());
        return "inbox.xhtml?" + query + (query.isEmpty() ? "" : "&") + "thread=" + conversation.id();
    }
}
