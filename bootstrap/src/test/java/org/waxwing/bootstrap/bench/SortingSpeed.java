package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.waxwing.bootstrap.bench.corpus.Corpus;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.ParsedMessage;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.evaluation.CompiledRules;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.signs.SignReader;
import org.waxwing.domain.sorting.Case;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Classifier;
import org.waxwing.domain.sorting.Relationship;
import org.waxwing.domain.world.MailFacts;
import org.waxwing.mail.mime.MimeMessageParser;

/** How fast mail is sorted and judged by rules, on one thread: messages that are parsed already, rules that are read. */
final class SortingSpeed {
    private static final int MESSAGES = 1_000;
    private static final int CONDITIONS = 200;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);
    private static final BlobId NOWHERE = new BlobId("0".repeat(64));

    private final Report report;

    SortingSpeed(Report report) {
        this.report = report;
    }

    private record Mail(ParsedMessage message, List<HeaderField> fields) {}

    void measure() throws IOException {
        var mail = mail();
        var own = Set.of("alice@waxwing.example");
        var seen = new EnumMap<Category, Integer>(Category.class);
        double each = perMessage(mail, it -> seen.merge(Classifier.classify(
                Case.of(SignReader.read(it.message(), it.fields(), own), Relationship.STRANGER)).category(), 1,
                Integer::sum));
        report.add(Figure.atLeast(
                "sorting a message, looking at it included", String.format(Locale.ROOT, "%,.0f messages/s", 1 / each),
                "wanted: 2,000 messages/s", 1 / each / 2_000, 1));
        var rules = CompiledRules.of(rules());
        var now = Instant.parse("2026-06-01T00:00:00Z");
        var facts = mail.stream().map(it -> MailFacts.aMessage()
                .from(it.message().headers().from().isEmpty()
                        ? "nobody@example.org"
                        : it.message().headers().from().getFirst().address())
                .subject(it.message().headers().subject().value())
                .body(it.message().text().value())).toList();
        var matches = new int[1];
        double judged = perMessage(facts, it -> matches[0] += rules.judge(it, now).matches().size());
        report.add(Figure.atMost(
                "rules with " + CONDITIONS + " conditions, a message",
                String.format(Locale.ROOT, "%.3f ms", judged * 1_000), "wanted: 0.2 ms", judged / 0.000_2, 1));
    }

    private static List<Mail> mail() throws IOException {
        var parser = new MimeMessageParser();
        var mail = new ArrayList<Mail>();
        new Corpus(7).<IOException>realistic(MESSAGES, letter -> {
            var source = RawMessage.of(letter.source());
            mail.add(new Mail(
                    parser.parse(source, Instant.EPOCH, decoded -> new BlobStore.Stored(
                            NOWHERE, decoded.transferTo(java.io.OutputStream.nullOutputStream()))),
                    parser.fields(source)));
        });
        return mail;
    }

    /** Half on the subject, which is short, half on the words, as people write them. */
    private static RuleSet rules() {
        var owner = new RuleOwner.Somebody(new PersonId(new UUID(0, 1)));
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < CONDITIONS / 4; i++)
            rules.add(new Rule(
                    new RuleId(new UUID(1, i)), owner, "Rule " + i, new Rule.Reach.EveryAccount(),
                    new Condition.Any(List.of(
                            new Condition.Subject(TextTest.contains("project " + i, "invoice " + i)),
                            new Condition.Body(TextTest.contains("reference number " + i)),
                            new Condition.Sender(Condition.AddressPart.DOMAIN, TextTest.is("shop" + i + ".example")),
                            new Condition.Body(TextTest.contains("customer " + i)))),
                    List.of(new Action.Label(new Keyword("rule" + i))), true, false));
        return new RuleSet(rules);
    }

    @FunctionalInterface
    private interface Work<T> {
        void on(T one);
    }

    private static <T> double perMessage(List<T> all, Work<T> work) {
        round(all, work);
        return round(all, work);
    }

    private static <T> double round(List<T> all, Work<T> work) {
        long began = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - began < LONG_ENOUGH.toNanos()) {
            all.forEach(work::on);
            done += all.size();
        }
        return (System.nanoTime() - began) / 1e9 / done;
    }
}
