package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.waxwing.application.mailbox.PrintMail;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Words;

/** A message, or a conversation with all its messages, for paper. */
@Named
@RequestScoped
public class PrintPage {
    @Inject
    CurrentUser user;

    @Inject
    PrintMail printMail;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Asked asked;

    private String subject = "";
    private List<Sheet> sheets = List.of();

    /**
     * A message on paper.
     *
     * @param html whether it is written as HTML
     * @param mail empty when it is not
     */
    public record Sheet(
            String from,
            String time,
            List<Message.Fact> facts,
            boolean html,
            SafeHtml mail,
            MailText text,
            List<FileChip> files) {
        private static final SafeHtml NOTHING = new SafeHtml("", 0, List.of(), false);

        public Sheet {
            facts = List.copyOf(facts);
            files = List.copyOf(files);
        }

        static Sheet of(String from, String time, List<Message.Fact> facts, Optional<SafeHtml> mail, MailText text,
                List<FileChip> files) {
            return new Sheet(from, time, facts, mail.isPresent(), mail.orElse(NOTHING), text, files);
        }
    }

    /** Fetches what the address names. */
    public void open() {
        Optional<PrintMail.Wanted> wanted = asked.getMessage().isEmpty()
                ? Places.parsed(ThreadId::of, asked.getThread()).map(PrintMail.Wanted.Conversation::new)
                : Places.parsed(EmailId::of, asked.getMessage()).map(PrintMail.Wanted.Message::new);
        var paper = wanted.flatMap(it -> printMail.print(user.person().id(), it));
        if (paper.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
            return;
        }
        var conversations = Conversations.in(shell, words.phrases());
        subject = conversations.subject(paper.get().subject().onOneLine().value());
        sheets = paper.get().messages().stream()
                .map(email -> conversations.sheet(email, Optional.ofNullable(paper.get().html().get(email.id()))))
                .toList();
    }

    /** What it is about. */
    public String getSubject() {
        return subject;
    }

    /** The messages, oldest first. */
    public List<Sheet> getSheets() {
        return sheets;
    }

    /** Whether what each repeats of the others is left out, because they are all there. */
    public boolean isSeveral() {
        return sheets.size() > 1;
    }
}
