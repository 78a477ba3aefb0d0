package org.waxwing.domain.rules;

import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;

/**
 * What is to be done with mail of a kind. A rule may be unfinished; {@link RuleCheck} tells what is wrong with it, and one
 * with which anything is wrong is never run.
 *
 * @param name what its owner calls it, on one line
 * @param reach whose mail among its owner's it is for
 * @param actions what is done, in this order
 * @param enabled whether it is run at all
 * @param stop whether the rules behind it are passed over when it matches
 */
public record Rule(
        RuleId id,
        RuleOwner owner,
        String name,
        Reach reach,
        Condition condition,
        List<Action> actions,
        boolean enabled,
        boolean stop) {
    /** Which accounts a rule is for. */
    public sealed interface Reach {
        /** All that its owner has. */
        record EveryAccount() implements Reach {}

        /** One. */
        record OneAccount(AccountId account) implements Reach {}
    }

    public Rule {
        name = new UntrustedText(name).onOneLine().value();
        actions = List.copyOf(actions);
    }

    /** Whether the rules behind it are passed over when it matches, however it says so. */
    public boolean stops() {
        return stop || actions.contains(new Action.Stop());
    }

    /** Whether it is run on mail of that account. */
    public boolean covers(AccountId account) {
        return switch (reach) {
            case Reach.EveryAccount() -> true;
            case Reach.OneAccount(var one) -> one.equals(account);
        };
    }

    /** Whether an organisation made it. */
    public boolean isOrganisations() {
        return owner instanceof RuleOwner.Organisation;
    }

    /** The same, run from now on. */
    public Rule switchedOn() {
        return new Rule(id, owner, name, reach, condition, actions, true, stop);
    }

    /** The same, no more run. */
    public Rule switchedOff() {
        return new Rule(id, owner, name, reach, condition, actions, false, stop);
    }
}
