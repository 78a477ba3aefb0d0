package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.screening.ShowScreener;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.web.faces.Avatar;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Words;

/** Who waits to be let in: of the account that was chosen, or of all. */
@Named
@RequestScoped
public class ScreenerPane {
    @Inject
    CurrentUser user;

    @Inject
    ShowScreener showScreener;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Asked asked;

    private @Nullable List<Sender> senders;

    /**
     * Somebody who waits, as it is written.
     *
     * @param who their address
     * @param domain its domain
     * @param threads the ids of their conversations, with spaces between
     * @param count how many messages they wrote; empty when it is one
     * @param href where their latest message opens
     * @param standing how far the address can be trusted, in one word for the looks; empty when nothing is known
     * @param word the same for people
     * @param colleagues how many others have mail of them, as a sentence; empty when nobody has
     * @param warnings what is suspicious, as sentences
     */
    public record Sender(
            String who,
            String domain,
            String name,
            Avatar avatar,
            String threads,
            String count,
            String href,
            String subject,
            String preview,
            String time,
            String fullTime,
            String standing,
            String word,
            String icon,
            String colleagues,
            List<String> warnings) {
        public Sender {
            warnings = List.copyOf(warnings);
        }
    }

    /** All of them, who wrote last first. */
    public List<Sender> getSenders() {
        var known = senders;
        if (known == null) senders = known = read();
        return known;
    }

    private List<Sender> read() {
        var account = Places.parsed(AccountId::of, asked.getAccount());
        var query = Places.query(Scope.of(account, MailView.SCREENER));
        return showScreener.show(user.person().id()).stream()
                .filter(it -> account.isEmpty() || it.account().equals(account.get()))
                .map(it -> sender(it, query))
                .toList();
    }

    private Sender sender(ShowScreener.Waiting it, String query) {
        var phrases = words.phrases();
        var times = shell.getTimes();
        var safety = new SafetyWords(phrases);
        var subject = it.subject().onOneLine().value();
        return new Sender(
                it.sender().key(),
                it.sender().domain(),
                it.sender().label().value(),
                Avatar.of(it.sender()),
                it.threads().stream().map(ThreadId::toString).collect(Collectors.joining(" ")),
                it.messages() > 1 ? phrases.of("thread.messages", it.messages()) : "",
                "inbox.xhtml?" + query + "&thread=" + it.thread(),
                subject.isEmpty() ? phrases.of("row.subject.none") : subject,
                it.preview().onOneLine().value(),
                times.brief(it.receivedAt()),
                times.full(it.receivedAt()),
                safety.style(it.standing()),
                safety.word(it.standing()),
                it.standing() == Authentication.Standing.VERIFIED ? "shield" : "spam",
                it.colleagues() > 0 ? phrases.of("screener.colleagues", it.colleagues()) : "",
                warnings(it));
    }

    private List<String> warnings(ShowScreener.Waiting it) {
        var warnings = new ArrayList<String>();
        var phrases = words.phrases();
        it.similar().forEach(known -> warnings.add(phrases.of("screener.looks-like", it.sender().domain(), known)));
        Optional.of(it.standing())
                .filter(standing -> standing == Authentication.Standing.FAILED)
                .ifPresent(standing -> warnings.add(phrases.of("safety.failed.sentence", it.sender().domain())));
        return warnings;
    }
}
