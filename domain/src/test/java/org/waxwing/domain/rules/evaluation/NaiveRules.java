package org.waxwing.domain.rules.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleSet;
import org.waxwing.domain.rules.RuleSubject;
import org.waxwing.domain.rules.evaluation.Verdict.Effect;
import org.waxwing.domain.rules.evaluation.Verdict.Matter;
import org.waxwing.domain.rules.text.Folding;
import org.waxwing.domain.rules.text.TextTest;

/** Rules read one by one and condition by condition, without any thought of speed: what the real ones are compared with. */
final class NaiveRules {
    private static final int YES = 1;
    private static final int NO = 0;
    private static final int UNKNOWN = 2;

    private final RuleSubject mail;
    private final Instant now;

    private NaiveRules(RuleSubject mail, Instant now) {
        this.mail = mail;
        this.now = now;
    }

    static Verdict judge(RuleSet rules, RuleSubject mail, Instant now) {
        var naive = new NaiveRules(mail, now);
        var matches = new ArrayList<Verdict.Match>();
        var open = new ArrayList<Verdict.Open>();
        var done = new ArrayList<Effect>();
        var conflicts = new ArrayList<Verdict.Conflict>();
        boolean stopped = false;
        for (var rule : rules.rules()) {
            if (!rule.enabled() || !rule.covers(mail.account())) continue;
            int truth = naive.truth(rule.condition());
            if (truth == UNKNOWN) open.add(new Verdict.Open(rule.id(), naive.questions(rule.condition())));
            if (truth != YES) continue;
            matches.add(new Verdict.Match(rule.id(), naive.reasons(rule.condition())));
            add(rule, done, conflicts);
            if (rule.stops()) {
                stopped = true;
                break;
            }
        }
        return new Verdict(matches, done, conflicts, open, stopped);
    }

    private static void add(Rule rule, List<Effect> done, List<Verdict.Conflict> conflicts) {
        for (var action : rule.actions()) {
            if (action instanceof Action.Stop) continue;
            if (done.stream().anyMatch(it -> it.action().equals(action))) continue;
            var wish = new Effect(rule.id(), action);
            var earlier = done.stream().filter(it -> excludes(it.action(), action)).findFirst();
            if (earlier.isPresent())
                conflicts.add(new Verdict.Conflict(matter(action), earlier.get(), wish));
            else
                done.add(wish);
        }
    }

    private static boolean excludes(Action one, Action other) {
        if (one instanceof Action.Label(var a) && other instanceof Action.Unlabel(var b)) return a.equals(b);
        if (one instanceof Action.Unlabel(var a) && other instanceof Action.Label(var b)) return a.equals(b);
        return (one instanceof Action.Placing && other instanceof Action.Placing)
                || (one instanceof Action.Categorise && other instanceof Action.Categorise)
                || (one instanceof Action.Snooze && other instanceof Action.Snooze)
                || (one instanceof Action.Reply && other instanceof Action.Reply);
    }

    private static Matter matter(Action action) {
        if (action instanceof Action.Placing) return Matter.PLACE;
        if (action instanceof Action.Categorise) return Matter.CATEGORY;
        if (action instanceof Action.Snooze) return Matter.SNOOZE;
        return action instanceof Action.Reply ? Matter.REPLY : Matter.LABEL;
    }

    private int truth(Condition condition) {
        return switch (condition) {
            case Condition.All(var all) -> {
                int truth = YES;
                for (var it : all) {
                    int one = truth(it);
                    if (one == NO) truth = NO;
                    if (one == UNKNOWN && truth == YES) truth = UNKNOWN;
                }
                yield truth;
            }
            case Condition.Any(var any) -> {
                int truth = NO;
                for (var it : any) {
                    int one = truth(it);
                    if (one == YES) truth = YES;
                    if (one == UNKNOWN && truth == NO) truth = UNKNOWN;
                }
                yield truth;
            }
            case Condition.Not(var not) -> {
                int truth = truth(not);
                yield truth == UNKNOWN ? UNKNOWN : 1 - truth;
            }
            case Condition.Ai(var words) -> switch (mail.answer(words)) {
                case YES -> YES;
                case NO -> NO;
                case NONE -> UNKNOWN;
            };
            case Condition.Leaf leaf -> holds(leaf) ? YES : NO;
        };
    }

    private List<Condition> reasons(Condition condition) {
        var reasons = new ArrayList<Condition>();
        switch (condition) {
            case Condition.All(var all) -> all.forEach(it -> reasons.addAll(reasons(it)));
            case Condition.Any(var any) -> {
                var plainFirst = Stream.concat(
                        any.stream().filter(it -> !asks(it)), any.stream().filter(NaiveRules::asks));
                reasons.addAll(reasons(plainFirst.filter(it -> truth(it) == YES).findFirst().orElseThrow()));
            }
            case Condition.Not not -> reasons.add(not);
            case Condition.Leaf leaf -> reasons.add(leaf);
        }
        return reasons;
    }

    private static boolean asks(Condition condition) {
        return switch (condition) {
            case Condition.All(var all) -> all.stream().anyMatch(NaiveRules::asks);
            case Condition.Any(var any) -> any.stream().anyMatch(NaiveRules::asks);
            case Condition.Not(var not) -> asks(not);
            case Condition.Leaf leaf -> leaf instanceof Condition.Ai;
        };
    }

    private Set<String> questions(Condition condition) {
        var questions = new TreeSet<String>();
        if (truth(condition) != UNKNOWN) return questions;
        switch (condition) {
            case Condition.All(var all) -> all.forEach(it -> questions.addAll(questions(it)));
            case Condition.Any(var any) -> any.forEach(it -> questions.addAll(questions(it)));
            case Condition.Not(var not) -> questions.addAll(questions(not));
            case Condition.Ai(var words) -> questions.add(words);
            case Condition.Leaf leaf -> throw new IllegalStateException("Always known: " + leaf);
        }
        return questions;
    }

    private boolean holds(Condition.Leaf leaf) {
        return switch (leaf) {
            case Condition.Always it -> true;
            case Condition.Sender(var part, var text) -> passes(parts(part, mail.from().stream()), text);
            case Condition.Recipient(var among, var part, var text) -> passes(parts(part, switch (among) {
                case TO -> mail.to().stream();
                case CC -> mail.cc().stream();
                case ANY -> Stream.concat(Stream.concat(mail.to().stream(), mail.cc().stream()), mail.bcc().stream());
            }), text);
            case Condition.Subject(var text) -> passes(Stream.of(mail.subject().value()), text);
            case Condition.Body(var text) -> passes(Stream.of(mail.body().value()), text);
            case Condition.Header(var name, var text) -> passes(values(name), text);
            case Condition.HeaderPresent(var name) -> values(name).findAny().isPresent();
            case Condition.MailingList(var text) ->
                passes(values("list-id").map(it -> it.replaceAll("(?s).*<(.*)>.*", "$1")), text);
            case Condition.HasAttachment it -> !mail.files().isEmpty();
            case Condition.AttachmentName(var text) -> passes(mail.files().stream().map(it -> it.name().value()), text);
            case Condition.AttachmentType(var text) ->
                passes(mail.files().stream().map(RuleSubject.File::mediaType), text);
            case Condition.Size(var weight, var bytes) ->
                weight == Condition.Weight.LARGER ? mail.size() > bytes : mail.size() < bytes;
            case Condition.Age(var distance, var age) -> {
                boolean old = !mail.receivedAt().plus(age).isAfter(now);
                yield distance == Condition.Distance.OLDER ? old : !old;
            }
            case Condition.InCategory(var category) -> mail.category().isPresent() && mail.category().get() == category;
            case Condition.AtAccount(var account) -> mail.account().equals(account);
            case Condition.Labelled(var label) -> mail.keywords().contains(label);
            case Condition.InLanguage(var tag) -> mail.language()
                    .filter(it -> (it + "-").toLowerCase(Locale.ROOT).startsWith(tag.toLowerCase(Locale.ROOT) + "-"))
                    .isPresent();
            case Condition.FirstTimeSender it -> mail.isFromNewcomer();
            case Condition.KnownSender it -> mail.isFromAcquaintance();
            case Condition.Ai it -> throw new IllegalStateException("Has three answers");
        };
    }

    private Stream<String> values(String name) {
        return mail.header(name.toLowerCase(Locale.ROOT)).stream().map(it -> it.value());
    }

    private static Stream<String> parts(Condition.AddressPart part, Stream<EmailAddress> addresses) {
        return addresses.map(it -> switch (part) {
            case ADDRESS -> it.address();
            case DOMAIN -> it.domain();
            case NAME -> it.name().value();
        }).filter(it -> !it.isBlank());
    }

    private static boolean passes(Stream<String> texts, TextTest test) {
        return texts.map(Folding::foldWhole)
                .anyMatch(text -> test.values().stream().anyMatch(value -> passes(text, test.operator(), value)));
    }

    private static boolean passes(String text, TextTest.Operator operator, String value) {
        return switch (operator) {
            case IS -> text.equals(Folding.foldWhole(value));
            case CONTAINS -> text.contains(Folding.fold(value));
            case BEGINS_WITH -> text.startsWith(Folding.fold(value).stripLeading());
            case ENDS_WITH -> text.endsWith(Folding.fold(value).stripTrailing());
            case WILDCARD -> text.matches("(?s)" + shape(Folding.foldWhole(value)));
            // those of the tests hold no capitals that mean something else
            case REGEX -> Pattern.compile(Folding.fold(value), Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS)
                    .matcher(text).find();
        };
    }

    private static String shape(String wildcard) {
        var shape = new StringBuilder();
        for (int i = 0; i < wildcard.length(); i++) {
            char c = wildcard.charAt(i);
            if (c == '\\' && i + 1 < wildcard.length())
                shape.append(Pattern.quote(String.valueOf(wildcard.charAt(++i))));
            else
                shape.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return shape.toString();
    }
}
