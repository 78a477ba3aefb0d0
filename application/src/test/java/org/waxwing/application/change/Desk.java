package org.waxwing.application.change;

import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.world.House;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.world.EmailBuilder;
import org.waxwing.domain.world.ScriptedMailServer;
import org.waxwing.domain.world.ScriptedMailServer.Folder;

/** Where somebody deals with the mail of one account. */
record Desk(House house, Account account, ScriptedMailServer server) {
    static Desk in(House house) {
        return new Desk(house, house.connected(), house.server());
    }

    static EmailBuilder mail(int number) {
        return anEmail().subject("mail " + number).received(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(number));
    }

    Folder inbox() {
        return server.inbox();
    }

    Folder archive() {
        return server.folder("Archive", MailboxRole.ARCHIVE);
    }

    Folder trash() {
        return server.folder("Trash", MailboxRole.TRASH);
    }

    Folder sent() {
        return server.folder("Sent", MailboxRole.SENT);
    }

    Folder work() {
        return server.folder("Work", MailboxRole.NONE);
    }

    void sync() {
        house.sync(account);
    }

    /** Does something to messages. */
    ChangeMail.Result.Changed change(Deed deed, EmailView... emails) {
        return changed(new ChangeMail.Command(
                deed, Set.of(), Arrays.stream(emails).map(EmailView::id).collect(Collectors.toSet())));
    }

    /** Does something to conversations, named by any of their messages. */
    ChangeMail.Result.Changed changeThreads(Deed deed, EmailView... emails) {
        return changed(new ChangeMail.Command(
                deed, Arrays.stream(emails).map(EmailView::thread).collect(Collectors.toSet()), Set.of()));
    }

    private ChangeMail.Result.Changed changed(ChangeMail.Command command) {
        var result = house.changeMail().change(account.owner(), command);
        if (result instanceof ChangeMail.Result.Changed changed) return changed;
        throw new AssertionError("Not changed: " + result);
    }

    /** The message with this number, wherever it is; it is once. */
    EmailView email(int number) {
        var found = everywhere().stream()
                .filter(it -> it.headers().subject().value().endsWith("mail " + number))
                .toList();
        if (found.size() != 1) throw new AssertionError("Not one mail " + number + " but " + found.size());
        return found.getFirst();
    }

    private List<EmailView> everywhere() {
        return house.folders(account).values().stream()
                .flatMap(it -> in(it.id()).stream())
                .distinct()
                .toList();
    }

    private List<EmailView> in(MailboxId mailbox) {
        var query = new ListQuery(new Scope.OneMailbox(mailbox), false, ListPosition.START, ListQuery.MOST);
        return house.as(account.owner(), () -> house.world().reader().emails(query)).items();
    }

    /** The subjects that a folder shows here, latest first. */
    List<String> shows(String path) {
        return in(folder(path).id()).stream().map(it -> it.headers().subject().value()).toList();
    }

    Mailbox folder(String path) {
        var folder = house.folders(account).get(path);
        if (folder == null) throw new AssertionError("No folder " + path);
        return folder;
    }

    List<Refused> refusals() {
        return house.listRefusals().list(account.owner());
    }
}
