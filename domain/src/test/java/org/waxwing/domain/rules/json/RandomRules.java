package org.waxwing.domain.rules.json;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.OrganisationId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.text.TextTest;
import org.waxwing.domain.sorting.Category;

/** Rules of every shape, sound or not, with words of every script and sign; the same for the same seed. */
final class RandomRules {
    private static final int DEEPEST = 8;
    private static final List<String> PIECES = List.of(
            "a", "Order", "\"", "\\", "/", "\b\f\n\r\t", "\u0001\u001f", "\u007f\u2028\u2029", "Grüße", "订单", "😀",
            "{\"kind\":", "]}", "\\u0000", " ", "'", "<b>", "");

    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private <T> List<T> some(int most, Supplier<T> each) {
        return Stream.generate(each).limit(random.nextInt(most + 1)).toList();
    }

    String words() {
        return String.join("", some(4, () -> one(PIECES)));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private TextTest text() {
        return new TextTest(one(TextTest.Operator.values()), some(3, this::words));
    }

    private Keyword label() {
        return new Keyword("x" + words());
    }

    Rule rule() {
        return new Rule(
                new RuleId(id()),
                random.nextBoolean()
                        ? new RuleOwner.Somebody(new PersonId(id()))
                        : new RuleOwner.Organisation(new OrganisationId(id())),
                words(),
                random.nextBoolean()
                        ? new Rule.Reach.EveryAccount()
                        : new Rule.Reach.OneAccount(new AccountId(id())),
                condition(DEEPEST),
                some(5, this::action),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private Condition condition(int room) {
        return switch (random.nextInt(room > 1 ? 24 : 20)) {
            case 0 -> new Condition.Always();
            case 1 -> new Condition.Sender(one(Condition.AddressPart.values()), text());
            case 2 -> new Condition.Recipient(
                    one(Condition.Recipients.values()), one(Condition.AddressPart.values()), text());
            case 3 -> new Condition.Subject(text());
            case 4 -> new Condition.Body(text());
            case 5 -> new Condition.Header(words(), text());
            case 6 -> new Condition.HeaderPresent(words());
            case 7 -> new Condition.MailingList(text());
            case 8 -> new Condition.HasAttachment();
            case 9 -> new Condition.AttachmentName(text());
            case 10 -> new Condition.AttachmentType(text());
            case 11 -> new Condition.Size(one(Condition.Weight.values()), random.nextLong());
            case 12 -> new Condition.Age(one(Condition.Distance.values()), span());
            case 13 -> new Condition.InCategory(one(Category.values()));
            case 14 -> new Condition.AtAccount(new AccountId(id()));
            case 15 -> new Condition.Labelled(label());
            case 16 -> new Condition.InLanguage(words());
            case 17 -> new Condition.FirstTimeSender();
            case 18 -> new Condition.KnownSender();
            case 19 -> new Condition.Ai(words());
            case 20 -> new Condition.Not(condition(room - 1));
            case 21 -> new Condition.Any(some(3, () -> condition(room - 1)));
            default -> new Condition.All(some(3, () -> condition(room - 1)));
        };
    }

    private Duration span() {
        return Duration.ofSeconds(random.nextLong(-100_000, 1_000_000_000_000L), random.nextInt(1_000_000_000));
    }

    private Action action() {
        return switch (random.nextInt(17)) {
            case 0 -> new Action.Label(label());
            case 1 -> new Action.Unlabel(label());
            case 2 -> new Action.Move(new Action.Folder.Named(words()));
            case 3 -> new Action.Move(new Action.Folder.Known(new MailboxId(id())));
            case 4 -> new Action.Archive();
            case 5 -> new Action.Trash();
            case 6 -> new Action.Spam();
            case 7 -> new Action.Star();
            case 8 -> new Action.Read();
            case 9 -> new Action.Categorise(one(Category.values()));
            case 10 -> new Action.Snooze(new Action.Until.After(span()));
            case 11 -> new Action.Snooze(new Action.Until.At(
                    LocalTime.ofNanoOfDay(random.nextLong(86_400) * 1_000_000_000L)));
            case 12 -> new Action.Forward(words());
            case 13 -> new Action.Reply(words(), words(), span());
            case 14 -> new Action.Notify();
            case 15 -> new Action.Webhook(
                    URI.create(one(List.of("https://a.example/b?c=d", "urn:x:y", "", "http://u@a.example:1/#f"))));
            default -> new Action.Stop();
        };
    }
}
