package org.waxwing.web.faces.account;

import java.util.Locale;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.web.faces.Health;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Times;

/**
 * A folder as the page of its account shows it.
 *
 * @param above the path of the folders that it is in; empty at the top
 * @param role what it is for, as the API calls it
 * @param purpose the same in words
 * @param fixed whether what it is for cannot be changed
 * @param state {@code ok}, {@code busy}, {@code off} or {@code warn}: what its dot looks like
 * @param stored a number, or a dash for what holds no mail
 * @param atServer a number, or a dash when it is not known
 * @param differs whether something the server has is not here
 * @param last when it was last equal to the server's
 * @param exactly the same as date and time; empty before that
 * @param rate messages a second in the latest batch; a dash when none was yet
 * @param problem what went wrong, as a sentence; empty when nothing did
 * @param undelivered what the server holds back, as a sentence; empty when nothing
 */
public record FolderLine(
        String id,
        String name,
        String above,
        String role,
        String purpose,
        boolean fixed,
        String state,
        String stored,
        String atServer,
        boolean differs,
        String unread,
        String last,
        String exactly,
        String rate,
        String problem,
        String undelivered) {
    private static final String DASH = "–";

    static FolderLine of(FolderHealth folder, long unread, Phrases phrases, Times times) {
        var mailbox = folder.mailbox();
        if (!mailbox.selectable()) return holder(mailbox, phrases);
        var last = folder.past().lastSuccess();
        var problem = folder.past().lastProblem();
        return new FolderLine(
                mailbox.id().toString(),
                mailbox.role() == MailboxRole.INBOX ? purpose(MailboxRole.INBOX, phrases) : mailbox.name(),
                above(mailbox),
                mailbox.role().name().toLowerCase(Locale.ROOT),
                purpose(mailbox.role(), phrases),
                isFixed(mailbox),
                problem.isPresent() || folder.undelivered() > 0 ? "warn" : last.isPresent() ? "ok" : "busy",
                number(folder.stored(), phrases),
                folder.atServer() < 0 ? DASH : number(folder.atServer(), phrases),
                folder.atServer() >= 0 && folder.atServer() != folder.stored(),
                number(unread, phrases),
                last.map(times::ago).orElseGet(() -> phrases.of("card.never")),
                last.map(times::full).orElse(""),
                folder.perSecond() > 0
                        ? phrases.of("health.pace.speed", Math.max(1, Math.round(folder.perSecond())))
                        : DASH,
                problem.map(it -> Health.sentence(it, phrases)).orElse(""),
                folder.undelivered() > 0 ? phrases.of("folders.undelivered", folder.undelivered()) : "");
    }

    /** A name that only holds other folders has nothing of its own to tell. */
    private static FolderLine holder(Mailbox mailbox, Phrases phrases) {
        return new FolderLine(
                mailbox.id().toString(),
                mailbox.name(),
                above(mailbox),
                mailbox.role().name().toLowerCase(Locale.ROOT),
                phrases.of("folders.role.holder"),
                true,
                "off",
                DASH,
                DASH,
                false,
                DASH,
                DASH,
                "",
                DASH,
                "",
                "");
    }

    private static String above(Mailbox mailbox) {
        int end = mailbox.path().length() - mailbox.name().length() - 1;
        return end <= 0 ? "" : mailbox.path().substring(0, end).replace(String.valueOf(mailbox.delimiter()), " / ");
    }

    private static boolean isFixed(Mailbox mailbox) {
        return mailbox.role() == MailboxRole.INBOX || mailbox.role() == MailboxRole.ALL;
    }

    private static String number(long count, Phrases phrases) {
        return phrases.of("folders.number", count);
    }

    static String purpose(MailboxRole role, Phrases phrases) {
        return phrases.of(switch (role) {
            case INBOX -> "folders.role.inbox";
            case DRAFTS -> "folders.role.drafts";
            case SENT -> "folders.role.sent";
            case ARCHIVE -> "folders.role.archive";
            case NONE -> "folders.role.none";
            case ALL -> "folders.role.all";
            case JUNK -> "folders.role.junk";
            case TRASH -> "folders.role.trash";
        });
    }
}
