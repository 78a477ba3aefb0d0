package org.waxwing.application.rules;

import java.util.Optional;
import java.util.function.Function;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.json.RuleJson;

/** Where the rules of somebody are, and how they are changed while others may change them, too. */
final class Shelf {
    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final RuleStore rules;
    private final PersonStore people;

    Shelf(Transactions transactions, RuleStore rules, PersonStore people) {
        this.transactions = transactions;
        this.rules = rules;
        this.people = people;
    }

    /** What to do with a book that was just read. */
    sealed interface Step<R> {
        /** Keep it like this, and tell that. */
        record Keep<R>(RuleBook changed, R then) implements Step<R> {}

        /** Leave it, and tell that. */
        record Leave<R>(R told) implements Step<R> {}
    }

    /** How a rule is changed. */
    @FunctionalInterface
    interface Edit {
        Step<RuleChange> of(RuleBook book, Rule rule);
    }

    /** Whose rules somebody makes: their organisation's, or their own. Needs an open transaction of theirs. */
    RuleOwner owner(PersonId person, boolean organisations) {
        return organisations
                ? new RuleOwner.Organisation(people.person(person)
                        .orElseThrow(() -> new IllegalStateException("Nobody known: " + person)).organisation())
                : new RuleOwner.Somebody(person);
    }

    /** All that mail of somebody goes through. Needs an open transaction of theirs. */
    Books books(PersonId person) {
        return new Books(rules.of(owner(person, true)), rules.of(owner(person, false)));
    }

    /** Changes rules in one transaction; again from the start when somebody else was faster. */
    <R> R change(PersonId person, boolean organisations, Function<RuleBook, Step<R>> step) {
        for (int i = 0; i < ATTEMPTS; i++) {
            var told = transactions.call(Actor.of(person),
                    () -> take(step.apply(rules.of(owner(person, organisations)))));
            if (told.isPresent()) return told.get();
        }
        throw new IllegalStateException("The rules of " + person + " never stand still");
    }

    private <R> Optional<R> take(Step<R> step) {
        return switch (step) {
            case Step.Leave<R>(var told) -> Optional.of(told);
            case Step.Keep<R>(var changed, var then) -> rules.keep(changed).map(it -> then);
        };
    }

    /**
     * Changes a rule, if there is one of that id and they may.
     *
     * @param seen the tag of the rule that they saw; empty when they do not care
     */
    RuleChange edit(Editor editor, RuleId id, String seen, Edit edit) {
        boolean organisations = transactions.call(Actor.of(editor.person()),
                () -> rules.of(owner(editor.person(), true)).rule(id).isPresent());
        if (organisations && !editor.administrator()) return new RuleChange.NotAllowed();
        return change(editor.person(), organisations, book -> {
            var rule = book.rule(id);
            if (rule.isEmpty()) return new Step.Leave<>(new RuleChange.NotThere());
            if (!seen.isEmpty() && !seen.equals(RuleJson.tag(rule.get())))
                return new Step.Leave<>(new RuleChange.ChangedMeanwhile(rule.get()));
            return edit.of(book, rule.get());
        });
    }

    /** Whether all rules of a book together are few and short enough to be kept. */
    static boolean fits(RuleBook book) {
        return RuleJson.written(book.rules()).length() <= RuleJson.LONGEST;
    }
}
