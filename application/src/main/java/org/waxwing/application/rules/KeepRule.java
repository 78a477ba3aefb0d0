package org.waxwing.application.rules;

import java.util.List;
import java.util.Optional;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.json.RuleJson;
import org.waxwing.domain.rules.json.WrittenRule;

/** Makes a rule, or changes what one says. */
public class KeepRule {
    private final AccountStore accounts;
    private final Ids ids;
    private final Shelf shelf;

    public KeepRule(
            Transactions transactions, RuleStore rules, PersonStore people, AccountStore accounts, Ids ids) {
        this.accounts = accounts;
        this.ids = ids;
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** Which rule is wanted. */
    public sealed interface Wish {
        /** What it is to say. */
        WrittenRule written();

        /** One more, behind all others of its owner. */
        record New(WrittenRule written) implements Wish {}

        /**
         * Another one in the place of this; whose it is does not change.
         *
         * @param seen the tag of the rule that they saw ({@link RuleJson#tag}); empty when they do not care
         */
        record Changed(RuleId rule, String seen, WrittenRule written) implements Wish {}
    }

    /** Keeps what they want, unless anything is wrong with it. */
    public RuleChange keep(Editor editor, Wish wish) {
        return switch (wish) {
            case Wish.New(var written) -> {
                if (written.organisations() && !editor.administrator()) yield new RuleChange.NotAllowed();
                var id = new RuleId(ids.next());
                yield shelf.change(editor.person(), written.organisations(), book -> add(book, id, written));
            }
            case Wish.Changed(var id, var seen, var written) -> shelf.edit(
                    editor, id, seen, (book, before) -> put(book, written.of(id, book.owner())));
        };
    }

    private Shelf.Step<RuleChange> add(RuleBook book, RuleId id, WrittenRule written) {
        return book.hasRoom()
                ? put(book, written.of(id, book.owner()))
                : new Shelf.Step.Leave<>(new RuleChange.NoRoom());
    }

    private Shelf.Step<RuleChange> put(RuleBook book, Rule rule) {
        var refusal = refusal(rule);
        if (refusal.isPresent()) return new Shelf.Step.Leave<>(refusal.get());
        var changed = book.with(rule);
        return Shelf.fits(changed)
                ? new Shelf.Step.Keep<>(changed, new RuleChange.Kept(rule))
                : new Shelf.Step.Leave<>(new RuleChange.NoRoom());
    }

    private Optional<RuleChange> refusal(Rule rule) {
        List<RuleProblem> problems = RuleCheck.of(rule);
        if (!problems.isEmpty()) return Optional.of(new RuleChange.Invalid(problems));
        if (RuleJson.written(rule).length() > RuleJson.LONGEST_RULE) return Optional.of(new RuleChange.NoRoom());
        return switch (rule.reach()) {
            case Rule.Reach.EveryAccount() -> Optional.empty();
            // nobody else has an account of that id, so it would be for nobody's mail
            case Rule.Reach.OneAccount(var account) -> rule.isOrganisations() || accounts.account(account).isEmpty()
                    ? Optional.of(new RuleChange.NoSuchAccount())
                    : Optional.empty();
        };
    }
}
