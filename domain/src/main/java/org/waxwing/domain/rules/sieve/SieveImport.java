package org.waxwing.domain.rules.sieve;

import java.util.List;
import java.util.function.Supplier;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;

/**
 * What a Sieve script is as rules. Understood are RFC 5228, copies (RFC 3894), vacation (RFC 5230), marks (RFC 5232),
 * words of the body (RFC 5173), subaddresses (RFC 5233), folders (RFC 5490, RFC 8579), counts of fields (RFC 5231) and
 * regular expressions, as far as there is something like it here.
 */
public sealed interface SieveImport {
    /** The longest script, in UTF-16 units. */
    int LONGEST = 512 * 1024;

    /**
     * It could be read.
     *
     * @param rules in the order of the script, all sound. They are given the words of the comment before them as a name
     * @param remarks what did not become a rule or is not quite the same, in the order of lines
     */
    record Read(List<Rule> rules, List<SieveRemark> remarks) implements SieveImport {
        public Read {
            rules = List.copyOf(rules);
            remarks = List.copyOf(remarks);
        }
    }

    /** It is no Sieve script, or larger than any that somebody wrote: what is wrong, and where, counted from 1. */
    record Unreadable(int line, int column, String why) implements SieveImport {}

    /** Reads a script as rules of {@code owner} for all their accounts, each with the next of {@code ids}. */
    static SieveImport of(String script, RuleOwner owner, Supplier<RuleId> ids) {
        try {
            var writer = new RuleWriter(owner, ids);
            writer.write(new SieveParser(script).parse());
            return writer.result();
        } catch (SieveException e) {
            return new Unreadable(e.line(), e.column(), e.why());
        }
    }
}
