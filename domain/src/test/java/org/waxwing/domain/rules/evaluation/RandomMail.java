package org.waxwing.domain.rules.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.world.MailFacts;

/** Rules and messages made up of few words, so that they often meet; the same for the same seed. */
final class RandomMail {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final List<String> WORDS = List.of(
            "order", "Order", "ORDERED", "invoice", "lunch", "ada", "aba", "abab", "Grüße", "STRASSE", "straße", "订单",
            "发货", "re:", "12", "42", "ship", "shipping", "in\u200bvoice", "a", "b");
    private static final List<String> ADDRESSES = List.of(
            "Ada <ada@example.org>", "bob@example.org", "Bob Builder <BOB@Example.org>", "shop@mail.example.org",
            "Order Desk <orders@shop.example>", "订单 <noreply@shop.example>", "broken");
    private static final List<String> PATTERNS = List.of(
            "\\d+", "^re:", "ord(er|ers)", "(ab)+$", "\\bship\\b", "a.*b", "订单", "gr.ße|strasse", "[0-9]{2}", "x*",
            "(a|b)*c", "inv[a-z]+e");
    private static final List<String> SHAPES = List.of(
            "*order*", "re: *", "?", "*12", "a*b*", "*.example.org", "*@shop.example", "*订?*", "lunch", "*\\**");
    private static final List<String> FIELDS = List.of("X-Mailer", "List-Id", "Precedence", "X-Spam-Flag");

    private final Random random;

    RandomMail(long seed) {
        random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean rarely(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String words(int most) {
        var words = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--)
            words.append(one(WORDS)).append(one(List.of(" ", "  ", "\n", "", ", ")));
        return words.toString();
    }

    RuleSubject message() {
        var mail = MailFacts.aMessage()
                .from(one(ADDRESSES))
                .to(one(ADDRESSES), one(ADDRESSES))
                .subject(words(4))
                .body(words(12))
                .size(random.nextInt(5_000))
                .in(new AccountId(new UUID(0, random.nextInt(2))))
                .sorted(one(List.of(Category.values())))
                .inLanguage(one(List.of("de", "en", "zh-Hant")))
                .received(NOW.minus(Duration.ofHours(random.nextInt(100))).toString());
        if (rarely(2)) mail.cc(one(ADDRESSES));
        if (rarely(4)) mail.bcc(one(ADDRESSES));
        if (rarely(2)) mail.header(one(FIELDS), words(2));
        if (rarely(3)) mail.header("List-Id", words(1) + "<" + one(WORDS) + ".example.org>");
        if (rarely(3)) mail.file(words(2) + ".pdf", "application/pdf");
        if (rarely(3)) mail.labelled(one(List.of("travel", "work")));
        if (rarely(5)) mail.unsorted();
        if (rarely(5)) mail.inNoLanguage();
        if (rarely(3)) mail.fromNewcomer();
        if (rarely(2)) mail.answered("asks for money", rarely(2));
        if (rarely(2)) mail.answered("is angry", rarely(2));
        return mail;
    }

    private TextTest test() {
        var operator = one(List.of(TextTest.Operator.values()));
        var values = new ArrayList<String>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) values.add(switch (operator) {
            case REGEX -> one(PATTERNS);
            case WILDCARD -> one(SHAPES);
            case IS, BEGINS_WITH, ENDS_WITH, CONTAINS ->
                rarely(4) ? one(ADDRESSES).replaceAll(".*<|>", "") : one(WORDS);
        });
        return new TextTest(operator, values);
    }

    private Condition leaf() {
        return switch (random.nextInt(20)) {
            case 0, 1 -> new Condition.Sender(one(List.of(Condition.AddressPart.values())), test());
            case 2, 3 -> new Condition.Recipient(
                    one(List.of(Condition.Recipients.values())), one(List.of(Condition.AddressPart.values())), test());
            case 4, 5 -> new Condition.Subject(test());
            case 6, 7 -> new Condition.Body(test());
            case 8 -> new Condition.Header(one(FIELDS), test());
            case 9 -> new Condition.HeaderPresent(one(FIELDS));
            case 10 -> new Condition.MailingList(test());
            case 11 -> rarely(2) ? new Condition.HasAttachment() : new Condition.AttachmentName(test());
            case 12 -> new Condition.AttachmentType(TextTest.is("Application/PDF", "image/png"));
            case 13 -> new Condition.Size(one(List.of(Condition.Weight.values())), random.nextInt(5_000));
            case 14 -> new Condition.Age(
                    one(List.of(Condition.Distance.values())), Duration.ofHours(1 + random.nextInt(100)));
            case 15 -> new Condition.InCategory(one(List.of(Category.values())));
            case 16 -> rarely(2)
                    ? new Condition.AtAccount(new AccountId(new UUID(0, 1)))
                    : new Condition.Labelled(new Keyword("travel"));
            case 17 -> new Condition.InLanguage(one(List.of("zh", "DE", "zh-hans")));
            case 18 -> one(List.of(
                    new Condition.FirstTimeSender(), new Condition.KnownSender(), new Condition.Always()));
            default -> new Condition.Ai(one(List.of("asks for money", "is angry")));
        };
    }

    Condition condition(int depth) {
        if (depth == 0 || rarely(3)) return leaf();
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.All(conditions(depth - 1));
            case 1 -> new Condition.Any(conditions(depth - 1));
            default -> new Condition.Not(condition(depth - 1));
        };
    }

    private List<Condition> conditions(int depth) {
        var conditions = new ArrayList<Condition>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) conditions.add(condition(depth));
        return conditions;
    }

    private List<Action> actions() {
        return one(List.of(
                List.of(new Action.Label(new Keyword("travel"))),
                List.of(new Action.Unlabel(new Keyword("travel")), new Action.Star()),
                List.of(new Action.Move(new Action.Folder.Named(one(List.of("Lists", "Shops"))))),
                List.of(new Action.Archive(), new Action.Read()),
                List.of(new Action.Trash()),
                List.of(new Action.Categorise(one(List.of(Category.values())))),
                List.of(new Action.Snooze(new Action.Until.At(LocalTime.of(8 + random.nextInt(2), 0)))),
                List.of(new Action.Forward("books@example.org")),
                List.of(new Action.Reply("", one(List.of("Thanks", "Away")), Duration.ofDays(1))),
                List.of(new Action.Notify(), new Action.Stop())));
    }

    RuleSet rules(int number) {
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < number; i++) {
            RuleOwner owner = rarely(4)
                    ? new RuleOwner.Organisation(new OrganisationId(new UUID(2, 0)))
                    : new RuleOwner.Somebody(new PersonId(new UUID(2, 1)));
            Rule.Reach reach = rarely(4)
                    ? new Rule.Reach.OneAccount(new AccountId(new UUID(0, random.nextInt(2))))
                    : new Rule.Reach.EveryAccount();
            rules.add(new Rule(
                    new RuleId(new UUID(1, i)), owner, "Rule " + i, reach, condition(3), actions(), !rarely(10),
                    rarely(10)));
        }
        return new RuleSet(rules);
    }
}
