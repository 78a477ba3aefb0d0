package org.waxwing.domain.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.sorting.Category;

/**
 * What rules ask of a message, made up: {@code aMessage().from("Bob <bob@example.org>").subject("Lunch")}. Whatever is not
 * mentioned is valid and dull. Counts how often its body is asked for.
 */
public final class MailFacts implements RuleSubject {
    private static final Pattern NAMED = Pattern.compile("(.*)<([^>]*)>");

    private AccountId account = new AccountId(new UUID(0, 1));
    private List<EmailAddress> from = addresses("Bob Builder <bob@example.org>");
    private List<EmailAddress> to = addresses("Ada <ada@example.org>");
    private List<EmailAddress> cc = List.of();
    private List<EmailAddress> bcc = List.of();
    private String subject = "Lunch";
    private String body = "At noon?";
    private final Map<String, List<UntrustedText>> headers = new HashMap<>();
    private final List<File> files = new ArrayList<>();
    private long size = 2_000;
    private Instant receivedAt = Instant.parse("2026-03-01T09:00:00Z");
    private Optional<Category> category = Optional.of(Category.IMBOX);
    private final Set<Keyword> keywords = new LinkedHashSet<>();
    private Optional<String> language = Optional.of("en");
    private boolean newcomer;
    private boolean acquaintance = true;
    private final Map<String, Answer> answers = new HashMap<>();
    private int bodiesRead;

    private MailFacts() {}

    /** A message that says nothing in particular. */
    public static MailFacts aMessage() {
        return new MailFacts();
    }

    private static List<EmailAddress> addresses(String... written) {
        var addresses = new ArrayList<EmailAddress>();
        for (var it : written) {
            var named = NAMED.matcher(it);
            addresses.add(named.matches()
                    ? new EmailAddress(new UntrustedText(named.group(1).strip()), named.group(2))
                    : EmailAddress.of(it));
        }
        return List.copyOf(addresses);
    }

    public MailFacts in(AccountId theAccount) {
        account = theAccount;
        return this;
    }

    public MailFacts from(String... senders) {
        from = addresses(senders);
        return this;
    }

    public MailFacts to(String... recipients) {
        to = addresses(recipients);
        return this;
    }

    /** Names nobody in From. */
    public MailFacts fromNobody() {
        from = List.of();
        return this;
    }

    /** Names nobody in To. */
    public MailFacts toNobody() {
        to = List.of();
        return this;
    }

    public MailFacts cc(String... recipients) {
        cc = addresses(recipients);
        return this;
    }

    public MailFacts bcc(String... recipients) {
        bcc = addresses(recipients);
        return this;
    }

    public MailFacts subject(String words) {
        subject = words;
        return this;
    }

    public MailFacts body(String words) {
        body = words;
        return this;
    }

    /** Has one more header field. */
    public MailFacts header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), it -> new ArrayList<>()).add(new UntrustedText(value));
        return this;
    }

    /** Has one more file with it. */
    public MailFacts file(String name, String mediaType) {
        files.add(new File(new UntrustedText(name), mediaType));
        return this;
    }

    public MailFacts size(long bytes) {
        size = bytes;
        return this;
    }

    public MailFacts received(String at) {
        receivedAt = Instant.parse(at);
        return this;
    }

    public MailFacts sorted(Category there) {
        category = Optional.of(there);
        return this;
    }

    public MailFacts unsorted() {
        category = Optional.empty();
        return this;
    }

    public MailFacts labelled(String... labels) {
        for (var label : labels) keywords.add(new Keyword(label));
        return this;
    }

    public MailFacts inLanguage(String tag) {
        language = Optional.of(tag);
        return this;
    }

    public MailFacts inNoLanguage() {
        language = Optional.empty();
        return this;
    }

    public MailFacts fromNewcomer() {
        newcomer = true;
        acquaintance = false;
        return this;
    }

    public MailFacts fromStranger() {
        acquaintance = false;
        return this;
    }

    /** A model said that when it was asked in these words. */
    public MailFacts answered(String words, boolean yes) {
        answers.put(words, yes ? Answer.YES : Answer.NO);
        return this;
    }

    /** How often its body was asked for. */
    public int bodiesRead() {
        return bodiesRead;
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public List<EmailAddress> from() {
        return from;
    }

    @Override
    public List<EmailAddress> to() {
        return to;
    }

    @Override
    public List<EmailAddress> cc() {
        return cc;
    }

    @Override
    public List<EmailAddress> bcc() {
        return bcc;
    }

    @Override
    public UntrustedText subject() {
        return new UntrustedText(subject);
    }

    @Override
    public UntrustedText body() {
        bodiesRead++;
        return new UntrustedText(body);
    }

    @Override
    public List<UntrustedText> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public List<File> files() {
        return files;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public Optional<Category> category() {
        return category;
    }

    @Override
    public Set<Keyword> keywords() {
        return keywords;
    }

    @Override
    public Optional<String> language() {
        return language;
    }

    @Override
    public boolean isFromNewcomer() {
        return newcomer;
    }

    @Override
    public boolean isFromAcquaintance() {
        return acquaintance;
    }

    @Override
    public Answer answer(String words) {
        return answers.getOrDefault(words, Answer.NONE);
    }
}
