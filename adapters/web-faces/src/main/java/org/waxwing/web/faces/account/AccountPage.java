package org.waxwing.web.faces.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Words;

/** One account with all its folders. What can be done to it is asked of the API, by its id. */
@Named
@RequestScoped
public class AccountPage {
    /** What a folder may be for. */
    public record Purpose(String role, String label) {}

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @Inject
    ShowSync showSync;

    @Inject
    Shell shell;

    @Inject
    Words words;

    private List<Card> cards = List.of();
    private List<FolderLine> folders = List.of();

    /** Finds the account that the address names. */
    public void open() {
        var asked = request.getParameter("id");
        shell.getAccounts().stream()
                .map(it -> it.account().id())
                .filter(id -> id.toString().equals(asked))
                .findFirst()
                .flatMap(id -> showSync.show(user.person().id(), id))
                .ifPresent(this::show);
        if (cards.isEmpty()) FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }

    private void show(ShowSync.Report report) {
        var phrases = words.phrases();
        var times = shell.getTimes();
        cards = List.of(Card.of(report, phrases, times));
        folders = report.folders().stream()
                .map(folder -> FolderLine.of(
                        folder,
                        shell.mailbox(folder.mailbox().id()).map(MailboxRow::unread).orElse(0L),
                        phrases,
                        times))
                .toList();
    }

    /** The account; none when this person has no such account. */
    public List<Card> getCards() {
        return cards;
    }

    /** Its folders, in the order of their roles, then by path. */
    public List<FolderLine> getFolders() {
        return folders;
    }

    /** What a folder may be made to be for. */
    public List<Purpose> getPurposes() {
        return Stream.of(
                MailboxRole.NONE, MailboxRole.ARCHIVE, MailboxRole.SENT, MailboxRole.DRAFTS, MailboxRole.TRASH,
                MailboxRole.JUNK)
                .map(role -> new Purpose(role.name().toLowerCase(Locale.ROOT),
                        FolderLine.purpose(role, words.phrases())))
                .toList();
    }
}
