package org.waxwing.domain.rules.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.RuleSubject;

/**
 * Decides whether a machine may answer a message, or pass it on (RFC 3834, RFC 5230 §4). Answers are given to people
 * alone. What is passed on may come from machines, lists and bulk senders, receipts above all, but never is an answer or
 * a report, which could come back; and it carries a mark by which it is known when it does.
 *
 * @param own all addresses of the reader's accounts
 * @param mark what we write into {@link #LOOP_MARK} of everything that is sent for this reader by a rule: the same every
 *     time, and nothing that tells others who that is
 */
public record AnswerGuard(Set<EmailAddress> own, String mark) {
    /** The header field that every message sent by a rule has, beside {@code Auto-Submitted}. */
    public static final String LOOP_MARK = "X-Waxwing-Loop";
    /** So many marks of others, and it has been passed around enough. */
    public static final int MOST_MARKS = 3;
    /** So many servers on its way, and it goes in a circle; mail servers give up at about a hundred (RFC 5321 §6.3). */
    public static final int MOST_SERVERS = 50;
    // a forwarded receipt is what rules are for; none of these is answered by those who wrote it
    private static final Set<Objection> PASSED_ON = EnumSet.of(
            Objection.LIST, Objection.BULK, Objection.MACHINE_ADDRESS, Objection.UNWANTED);
    private static final List<String> LIST_FIELDS = List.of(
            "list-id", "list-unsubscribe", "list-post", "list-help", "list-subscribe", "list-owner", "list-archive",
            "mailing-list");
    private static final Set<String> REPORTERS = Set.of("mailer-daemon", "postmaster", "mailerdaemon", "abuse");
    private static final Set<String> NOBODY = Set.of(
            "noreply", "donotreply", "noresponse", "nobody", "bounce", "bounces", "listserv", "majordomo", "daemon");

    public AnswerGuard {
        own = Set.copyOf(own);
        if (mark.isBlank()) throw new IllegalArgumentException("A mark has to be known again");
    }

    /**
     * Why a message is not answered; nothing when it is.
     *
     * @param answeredLately whether its sender got an answer by the same rule that is not old enough, see
     *     {@link #isTooSoon}
     */
    public Set<Objection> againstReply(RuleSubject mail, boolean answeredLately) {
        var objections = objections(mail);
        var to = answered(mail);
        if (to.isEmpty()) objections.add(Objection.NO_ADDRESS);
        if (to.filter(this::isOwn).isPresent()) objections.add(Objection.OWN_ADDRESS);
        var recipients = Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(Collection::stream);
        if (recipients.noneMatch(this::isOwn)) objections.add(Objection.NOT_ADDRESSED);
        if (answeredLately) objections.add(Objection.ANSWERED_LATELY);
        return Set.copyOf(objections);
    }

    /** Whether somebody who got this reply at {@code lastAnswer} does not get it again. */
    public static boolean isTooSoon(Action.Reply reply, Instant lastAnswer, Instant now) {
        return Duration.between(lastAnswer, now).compareTo(reply.every()) < 0;
    }

    /**
     * Why a message is not passed on; nothing when it is.
     *
     * @param verified whether it was shown that mail may be passed on to this address
     */
    public Set<Objection> againstForward(RuleSubject mail, Action.Forward forward, boolean verified) {
        var objections = objections(mail);
        objections.removeAll(PASSED_ON);
        if (isReport(mail)) objections.add(Objection.MACHINE_ADDRESS);
        // what a machine wrote of itself is no answer to anything, and so to nothing that we send
        if (automatic(mail).equals("auto-generated")) objections.remove(Objection.AUTOMATIC);
        var to = EmailAddress.of(forward.address());
        if (!to.isDeliverable()) objections.add(Objection.NO_ADDRESS);
        if (isOwn(to)) objections.add(Objection.OWN_ADDRESS);
        if (!verified) objections.add(Objection.NOT_VERIFIED);
        return Set.copyOf(objections);
    }

    /** To whom an answer goes: the return path (RFC 3834 §4), or From where servers have left none. */
    public Optional<EmailAddress> answered(RuleSubject mail) {
        var path = returnPath(mail);
        var to = path.isPresent() ? path.map(EmailAddress::of) : mail.from().stream().findFirst();
        return to.filter(EmailAddress::isDeliverable);
    }

    private EnumSet<Objection> objections(RuleSubject mail) {
        var objections = EnumSet.noneOf(Objection.class);
        var marks = mail.header(LOOP_MARK.toLowerCase(Locale.ROOT));
        if (marks.stream().anyMatch(it -> it.value().strip().equals(mark))) objections.add(Objection.LOOP);
        if (marks.size() >= MOST_MARKS || mail.header("received").size() >= MOST_SERVERS)
            objections.add(Objection.TOO_MANY_HOPS);
        if (!automatic(mail).equals("no") || says(mail, "x-autoreply", "") || says(mail, "x-autorespond", "")
                || says(mail, "precedence", "auto_reply"))
            objections.add(Objection.AUTOMATIC);
        if (returnPath(mail).filter(String::isEmpty).isPresent()) objections.add(Objection.NO_RETURN_PATH);
        if (isReport(mail) || senders(mail).anyMatch(AnswerGuard::isNobody)) objections.add(Objection.MACHINE_ADDRESS);
        if (LIST_FIELDS.stream().anyMatch(it -> says(mail, it, ""))) objections.add(Objection.LIST);
        if (Stream.of("bulk", "junk", "list").anyMatch(it -> says(mail, "precedence", it)))
            objections.add(Objection.BULK);
        if (Stream.of("all", "oof", "autoreply").anyMatch(it -> says(mail, "x-auto-response-suppress", it)))
            objections.add(Objection.UNWANTED);
        if (senders(mail).anyMatch(this::isOwn)) objections.add(Objection.OWN_ADDRESS);
        return objections;
    }

    /** What the message says about who sent it off, without parameters; {@code no} when it says nothing. */
    private static String automatic(RuleSubject mail) {
        var said = mail.header("auto-submitted").stream()
                .map(it -> word(it.value().split(";", 2)[0]))
                .collect(Collectors.toSet());
        said.remove("no");
        if (said.isEmpty()) return "no";
        return said.equals(Set.of("auto-generated")) ? "auto-generated" : "auto-replied";
    }

    /** Whether a field is there and has that among its words, or anything when none is asked for. */
    private static boolean says(RuleSubject mail, String field, String word) {
        for (var value : mail.header(field))
            for (var said : value.value().split(",", -1)) if (word.isEmpty() || word(said).equals(word)) return true;
        return false;
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The return path without its brackets; empty for one that says that there is none, nothing when there is no field. */
    private static Optional<String> returnPath(RuleSubject mail) {
        return mail.header("return-path").stream().map(UntrustedText::value).findFirst().map(it -> {
            int end = it.lastIndexOf('>');
            int start = it.lastIndexOf('<', end);
            return (start >= 0 && end > start ? it.substring(start + 1, end) : it).strip();
        });
    }

    private Stream<EmailAddress> senders(RuleSubject mail) {
        return Stream.concat(mail.from().stream(), returnPath(mail).map(EmailAddress::of).stream());
    }

    private boolean isReport(RuleSubject mail) {
        return senders(mail).anyMatch(it -> REPORTERS.contains(local(it)));
    }

    private static boolean isNobody(EmailAddress address) {
        var local = local(address).replace("-", "").replace("_", "").replace(".", "");
        // RFC 3834 §2: what lists and their robots are called
        return NOBODY.contains(local)
                || local.startsWith("noreply") || local.endsWith("noreply")
                || local.startsWith("donotreply")
                || local(address).startsWith("owner-") || local(address).endsWith("-request")
                || local(address).endsWith("-owner");
    }

    private static String local(EmailAddress address) {
        var key = address.key();
        int at = key.lastIndexOf('@');
        var local = at < 0 ? key : key.substring(0, at);
        int tag = local.indexOf('+');
        return tag > 0 ? local.substring(0, tag) : local;
    }

    private boolean isOwn(EmailAddress address) {
        return own.stream().anyMatch(it -> it.key().equals(address.key()));
    }
}
