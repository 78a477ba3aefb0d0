package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.waxwing.application.mailbox.OpenEnclosed;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Sizes;
import org.waxwing.web.faces.Words;

/** A message that is attached to another one. */
@Named
@RequestScoped
public class EnclosedPane {
    @Inject
    CurrentUser user;

    @Inject
    OpenEnclosed openEnclosed;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Asked asked;

    private boolean found;
    private boolean html;
    private String subject = "";
    private MailText text = new MailText(List.of());
    private List<Message.Fact> facts = List.of();
    private List<String> files = List.of();

    /** Takes apart the file that the address names. */
    public void open() throws IOException {
        var id = Places.parsed(EmailId::of, asked.getMessage());
        var file = Places.parsed(Integer::valueOf, asked.getFile());
        if (id.isPresent() && file.isPresent())
            openEnclosed.open(user.person().id(), id.get(), file.get()).ifPresent(this::show);
        if (!found) FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }

    private void show(OpenEnclosed.Enclosed enclosed) {
        var message = enclosed.message();
        var conversations = Conversations.in(shell, words.phrases());
        found = true;
        html = enclosed.hasHtml();
        subject = conversations.subject(message.headers().subject().onOneLine().value());
        facts = conversations.facts(message.headers());
        if (!html) text = MailText.of(message.text());
        files = message.attachments().stream()
                .map(it -> it.name().isBlank()
                        ? words.of("file.unnamed")
                        : it.name().value() + " · "
                                + Sizes.of(it.size(), words.phrases()))
                .toList();
    }

    /** Whether there is such a file. */
    public boolean isFound() {
        return found;
    }

    /** Whether it is written as HTML. */
    public boolean isHtml() {
        return html;
    }

    /** What it is about. */
    public String getSubject() {
        return subject;
    }

    /** What its head says. */
    public List<Message.Fact> getFacts() {
        return facts;
    }

    /** What it says, when it is not written as HTML. */
    public MailText getText() {
        return text;
    }

    /** The names and sizes of its own attachments. */
    public List<String> getFiles() {
        return files;
    }

    /** Where its HTML is served. */
    public String getHtmlHref() {
        return "api/v1/messages/" + asked.getMessage() + "/attachments/" + asked.getFile() + "/html";
    }
}
