package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.rules.sieve.SieveNode.SieveArgument;
import org.waxwing.domain.rules.sieve.SieveRemark.Reason;

/** The arguments of a command or test, sorted: tags with what belongs to them, and the rest in order. */
final class Arguments {
    // these have a text or number behind them; all others stand alone
    private static final Set<String> WITH_VALUE = Set.of(
            "comparator", "value", "count", "content", "over", "under", "days", "seconds", "subject", "from",
            "addresses",
            "handle", "flags", "specialuse", "zone", "originalzone", "index", "message", "importance", "options",
            "method",
            "id", "priority");

    private final Map<String, Optional<SieveArgument>> tags = new HashMap<>();
    private final List<SieveArgument> others = new ArrayList<>();

    Arguments(SieveNode node, Set<String> known) throws LeftOutException {
        var all = node.arguments();
        for (int i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof SieveArgument.Tag(var tag))) {
                others.add(checked(all.get(i)));
                continue;
            }
            if (!known.contains(tag)) throw new LeftOutException(Reason.ARGUMENT, node.name() + " :" + tag);
            boolean takes = WITH_VALUE.contains(tag);
            if (takes && (i + 1 == all.size() || all.get(i + 1) instanceof SieveArgument.Tag))
                throw new LeftOutException(Reason.ARGUMENT, node.name() + " :" + tag);
            tags.put(tag, takes ? Optional.of(checked(all.get(++i))) : Optional.empty());
        }
    }

    /** Without what is only put together later (RFC 5229 §3, RFC 5228 §2.4.2.4). */
    private static SieveArgument checked(SieveArgument argument) throws LeftOutException {
        if (argument instanceof SieveArgument.Strings(var values))
            for (var value : values) if (value.contains("${")) throw new LeftOutException(Reason.VARIABLES, value);
        return argument;
    }

    boolean has(String tag) {
        return tags.containsKey(tag);
    }

    /** The texts behind a tag, if it is there. */
    Optional<List<String>> strings(String tag) {
        var value = tags.getOrDefault(tag, Optional.empty());
        return value.isPresent() && value.get() instanceof SieveArgument.Strings(var values)
                ? Optional.of(values)
                : Optional.empty();
    }

    /** The text behind a tag; empty when it is not there. */
    String string(String tag) {
        return strings(tag).filter(it -> !it.isEmpty()).map(List::getFirst).orElse("");
    }

    /** The number behind a tag, if it is there. */
    Optional<Long> number(String tag) {
        var value = tags.getOrDefault(tag, Optional.empty());
        return value.isPresent() && value.get() instanceof SieveArgument.Count(var number)
                ? Optional.of(number)
                : Optional.empty();
    }

    int size() {
        return others.size();
    }

    /** These, given that no more than so many have no tag. */
    Arguments atMost(int most, SieveNode node) throws LeftOutException {
        if (others.size() > most) throw new LeftOutException(Reason.ARGUMENT, node.name());
        return this;
    }

    /** The texts at a position among those without tags. */
    List<String> strings(int position) throws LeftOutException {
        if (position < others.size() && others.get(position) instanceof SieveArgument.Strings(var values)
                && !values.isEmpty())
            return values;
        throw new LeftOutException(Reason.ARGUMENT, "");
    }
}
