package org.waxwing.domain.rules.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waxwing.domain.rules.Condition;

/**
 * A condition made ready to be asked of many messages. There are three answers: while a model is silent, what depends on
 * it is not known, and neither is its opposite (Kleene's logic).
 */
sealed interface Judge {
    /** Whether something holds. */
    enum Truth {
        YES,
        NO,
        UNKNOWN;

        Truth opposite() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case UNKNOWN -> UNKNOWN;
            };
        }

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    /** What a condition that asks a model costs, more than all else. */
    int PRICE_OF_A_MODEL = 100;

    Truth of(Reading mail);

    /** Adds what makes it hold, given that it does. */
    void explain(Reading mail, List<Condition> because);

    /** Adds the questions that it hangs on, given that it is not known. */
    void ask(Reading mail, Set<String> questions);

    int price();

    /** All of them; the cheap ones are asked first, since one that fails is enough. */
    record Each(List<Judge> written, List<Judge> cheapFirst, int price) implements Judge {
        static Each of(List<Judge> all) {
            var cheapFirst = new ArrayList<>(all);
            cheapFirst.sort(Comparator.comparingInt(Judge::price));
            return new Each(all, cheapFirst, dearest(all));
        }

        @Override
        public Truth of(Reading mail) {
            var truth = Truth.YES;
            for (var judge : cheapFirst) switch (judge.of(mail)) {
                case NO -> {
                    return Truth.NO;
                }
                case UNKNOWN -> truth = Truth.UNKNOWN;
                case YES -> {
                }
            }
            return truth;
        }

        @Override
        public void explain(Reading mail, List<Condition> because) {
            written.forEach(it -> it.explain(mail, because));
        }

        @Override
        public void ask(Reading mail, Set<String> questions) {
            askUnknown(written, mail, questions);
        }
    }

    /** One of them: the first as written that holds, except that a model is asked last. */
    record One(List<Judge> inOrder, int price) implements Judge {
        static One of(List<Judge> any) {
            var inOrder = new ArrayList<>(any);
            inOrder.sort(Comparator.comparing(it -> it.price() >= PRICE_OF_A_MODEL));
            return new One(inOrder, dearest(any));
        }

        @Override
        public Truth of(Reading mail) {
            var truth = Truth.NO;
            for (var judge : inOrder) switch (judge.of(mail)) {
                case YES -> {
                    return Truth.YES;
                }
                case UNKNOWN -> truth = Truth.UNKNOWN;
                case NO -> {
                }
            }
            return truth;
        }

        @Override
        public void explain(Reading mail, List<Condition> because) {
            for (var judge : inOrder) if (judge.of(mail) == Truth.YES) {
                judge.explain(mail, because);
                return;
            }
        }

        @Override
        public void ask(Reading mail, Set<String> questions) {
            askUnknown(inOrder, mail, questions);
        }
    }

    /** The opposite. */
    record Opposite(Judge judge, Condition.Not condition) implements Judge {
        @Override
        public Truth of(Reading mail) {
            return judge.of(mail).opposite();
        }

        @Override
        public void explain(Reading mail, List<Condition> because) {
            because.add(condition);
        }

        @Override
        public void ask(Reading mail, Set<String> questions) {
            judge.ask(mail, questions);
        }

        @Override
        public int price() {
            return judge.price();
        }
    }

    /** A test of a text, which the source of it decides together with all others. */
    record Text(int source, int test, Condition condition, int price) implements Judge {
        @Override
        public Truth of(Reading mail) {
            return Truth.of(mail.passes(source, test));
        }

        @Override
        public void explain(Reading mail, List<Condition> because) {
            because.add(condition);
        }

        @Override
        public void ask(Reading mail, Set<String> questions) {}
    }

    /** A question to a model. */
    record Model(Condition.Ai condition) implements Judge {
        @Override
        public Truth of(Reading mail) {
            return switch (mail.mail().answer(condition.words())) {
                case YES -> Truth.YES;
                case NO -> Truth.NO;
                case NONE -> Truth.UNKNOWN;
            };
        }

        @Override
        public void explain(Reading mail, List<Condition> because) {
            because.add(condition);
        }

        @Override
        public void ask(Reading mail, Set<String> questions) {
            questions.add(condition.words());
        }

        @Override
        public int price() {
            return PRICE_OF_A_MODEL;
        }
    }

    /** Anything else that a message shows. */
    record Fact(Condition.Leaf condition) implements Judge {
        @Override
        public Truth of(Reading reading) {
            var mail = reading.mail();
            return Truth.of(switch (condition) {
                case Condition.Always it -> true;
                case Condition.HeaderPresent(var name) -> !mail.header(name.toLowerCase(Locale.ROOT)).isEmpty();
                case Condition.HasAttachment it -> !mail.files().isEmpty();
                case Condition.Size(var weight, var bytes) -> switch (weight) {
                    case LARGER -> mail.size() > bytes;
                    case SMALLER -> mail.size() < bytes;
                };
                case Condition.Age(var distance, var age) ->
                    isOld(mail.receivedAt(), age, reading.now()) == (distance == Condition.Distance.OLDER);
                case Condition.InCategory(var category) -> mail.category().filter(category::equals).isPresent();
                case Condition.AtAccount(var account) -> account.equals(mail.account());
                case Condition.Labelled(var label) -> mail.keywords().contains(label);
                case Condition.InLanguage(var tag) -> mail.language().filter(it -> isLike(it, tag)).isPresent();
                case Condition.FirstTimeSender it -> mail.isFromNewcomer();
                case Condition.KnownSender it -> mail.isFromAcquaintance();
                case Condition.Worded it -> throw new IllegalStateException("Decided by its source: " + it.kind());
                case Condition.Ai it -> throw new IllegalStateException("Decided by a model");
            });
        }

        private static boolean isOld(Instant receivedAt, Duration age, Instant now) {
            return Duration.between(receivedAt, now).compareTo(age) >= 0;
        }

        private static boolean isLike(String tag, String wanted) {
            var is = tag.toLowerCase(Locale.ROOT);
            var as = wanted.toLowerCase(Locale.ROOT);
            return is.equals(as) || is.startsWith(as + "-");
        }

        @Override
        public void explain(Reading mail, List<Condition> because) {
            because.add(condition);
        }

        @Override
        public void ask(Reading mail, Set<String> questions) {}

        @Override
        public int price() {
            return condition instanceof Condition.HeaderPresent ? 3 : 0;
        }
    }

    private static int dearest(List<Judge> judges) {
        return judges.stream().mapToInt(Judge::price).max().orElse(0);
    }

    private static void askUnknown(List<Judge> judges, Reading mail, Set<String> questions) {
        for (var judge : judges) if (judge.of(mail) == Truth.UNKNOWN) judge.ask(mail, questions);
    }
}
