package org.waxwing.application.rules;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.RuleStore;
import org.waxwing.domain.rules.json.RuleJson;
import org.waxwing.domain.rules.json.RuleJsonException;
import org.waxwing.domain.rules.sieve.SieveImport;
import org.waxwing.domain.rules.sieve.SieveRemark;

/** Takes rules from another Waxwing, or from a Sieve script, behind those that are there. */
public class ImportRules {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final Ids ids;
    private final Shelf shelf;

    public ImportRules(
            Transactions transactions, RuleStore rules, PersonStore people, AccountStore accounts, Ids ids) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.ids = ids;
        this.shelf = new Shelf(transactions, rules, people);
    }

    /** What a text is written in. */
    public enum Language {
        JSON,
        SIEVE
    }

    /**
     * What is brought.
     *
     * @param organisations whether it is for everybody in the organisation, whatever it says itself
     * @param keep whether the rules are kept; otherwise it is only told what they would be
     */
    public record Luggage(Language language, String text, boolean organisations, boolean keep) {}

    /** What became of it. */
    public sealed interface Result {
        /**
         * It could be read.
         *
         * @param rules as they are kept, or would be. One that was for an account that is not here is switched off
         * @param remarks what is not quite as it was
         */
        record Brought(List<Rule> rules, List<SieveRemark> remarks) implements Result {
            public Brought {
                rules = List.copyOf(rules);
                remarks = List.copyOf(remarks);
            }
        }

        /** It is not the JSON of rules. */
        record NotRules(String pointer, RuleJsonException.Reason reason, String detail) implements Result {}

        /** It is no Sieve script. */
        record NotSieve(int line, int column, String why) implements Result {}

        /** Something is wrong with a rule; its position is counted from 0. Nothing was kept. */
        record Invalid(int position, List<RuleProblem> problems) implements Result {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** There would be more rules than there may be, or they would say more than can be kept. */
        record NoRoom() implements Result {}

        /** They are to be the organisation's, and they are no administrator. */
        record NotAllowed() implements Result {}
    }

    /** Reads rules and keeps them, all or none. */
    public Result bring(Editor editor, Luggage luggage) {
        if (luggage.organisations() && !editor.administrator()) return new Result.NotAllowed();
        // a script of half a million characters is read outside of any transaction
        var owner = transactions.call(Actor.of(editor.person()),
                () -> shelf.owner(editor.person(), luggage.organisations()));
        var read = read(luggage, owner);
        return read instanceof Result.Brought brought
                ? shelf.change(editor.person(), luggage.organisations(), book -> add(book, brought, luggage.keep()))
                : read;
    }

    private Result read(Luggage luggage, RuleOwner owner) {
        return switch (luggage.language()) {
            case JSON -> readJson(luggage.text(), owner);
            case SIEVE -> switch (SieveImport.of(luggage.text(), owner, () -> new RuleId(ids.next()))) {
                case SieveImport.Read(var rules, var remarks) -> new Result.Brought(rules, remarks);
                case SieveImport.Unreadable(var line, var column, var why) -> new Result.NotSieve(line, column, why);
            };
        };
    }

    private Result readJson(String text, RuleOwner owner) {
        try {
            var rules = new ArrayList<Rule>();
            for (var written : RuleJson.rules(text)) rules.add(written.of(new RuleId(ids.next()), owner));
            return new Result.Brought(rules, List.of());
        } catch (RuleJsonException e) {
            return new Result.NotRules(e.pointer(), e.reason(), e.detail());
        }
    }

    private Shelf.Step<Result> add(RuleBook book, Result.Brought brought, boolean keep) {
        var here = new ArrayList<Rule>();
        for (var rule : brought.rules()) {
            var problems = RuleCheck.of(rule);
            if (!problems.isEmpty()) return new Shelf.Step.Leave<>(new Result.Invalid(here.size(), problems));
            here.add(isOfHere(rule) ? rule : rule.switchedOff());
        }
        if (book.rules().size() + here.size() > RuleBook.MOST) return new Shelf.Step.Leave<>(new Result.NoRoom());
        var changed = book;
        for (var rule : here) changed = changed.with(rule);
        if (!Shelf.fits(changed)) return new Shelf.Step.Leave<>(new Result.NoRoom());
        Result told = new Result.Brought(here, brought.remarks());
        return keep ? new Shelf.Step.Keep<>(changed, told) : new Shelf.Step.Leave<>(told);
    }

    private boolean isOfHere(Rule rule) {
        return switch (rule.reach()) {
            case Rule.Reach.EveryAccount() -> true;
            case Rule.Reach.OneAccount(var account) -> !rule.isOrganisations() && accounts.account(account).isPresent();
        };
    }
}
