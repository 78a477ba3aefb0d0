package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.sieve.SieveRemark.Reason;

/** What flags are (RFC 5232): labels, the star, and what is read. */
final class MarkTranslator {
    private final List<SieveRemark> remarks;

    MarkTranslator(List<SieveRemark> remarks) {
        this.remarks = remarks;
    }

    Condition condition(SieveNode test) throws LeftOutException {
        var arguments = new Arguments(test, Set.of("is", "contains", "comparator"));
        if (arguments.has("contains")) throw new LeftOutException(Reason.NO_COUNTERPART, "hasflag :contains");
        var conditions = new ArrayList<Condition>();
        for (var flag : flags(arguments)) {
            var label = label(flag);
            if (label.isEmpty()) throw new LeftOutException(Reason.NO_COUNTERPART, flag);
            conditions.add(new Condition.Labelled(label.get()));
        }
        return Shorter.any(conditions);
    }

    /** The actions of addflag, setflag and removeflag, and of the commands that were there before them. */
    List<Action> actions(SieveNode command) throws LeftOutException {
        var arguments = new Arguments(command, Set.of());
        return switch (command.name()) {
            case "mark" -> List.of(new Action.Star());
            case "addflag" -> adding(command, flags(arguments));
            case "setflag" -> {
                remarks.add(new SieveRemark(command.line(), command.lastLine(), Reason.MARKS_REMAIN, ""));
                yield adding(command, flags(arguments));
            }
            default -> removing(command, flags(arguments));
        };
    }

    /** The actions that put these flags on; each that is none here is remarked. */
    List<Action> adding(SieveNode command, List<String> flags) {
        var actions = new ArrayList<Action>();
        for (var flag : flags) switch (flag.toLowerCase(Locale.ROOT)) {
            case "\\seen" -> actions.add(new Action.Read());
            case "\\flagged" -> actions.add(new Action.Star());
            case "\\deleted" -> {
                remarks.add(new SieveRemark(
                        command.line(), command.lastLine(), Reason.DISCARD_TO_TRASH, flag));
                actions.add(new Action.Trash());
            }
            case "$junk", "junk" -> actions.add(new Action.Spam());
            default -> label(flag).ifPresentOrElse(
                    it -> actions.add(new Action.Label(it)),
                    () -> leftOut(command, flag));
        }
        return actions;
    }

    private List<Action> removing(SieveNode command, List<String> flags) {
        var actions = new ArrayList<Action>();
        for (var flag : flags)
            label(flag).ifPresentOrElse(
                    it -> actions.add(new Action.Unlabel(it)),
                    () -> leftOut(command, flag));
        return actions;
    }

    private void leftOut(SieveNode command, String flag) {
        remarks.add(new SieveRemark(command.line(), command.lastLine(), Reason.NO_COUNTERPART, flag));
    }

    private static Optional<Keyword> label(String flag) {
        if (flag.isBlank()) return Optional.empty();
        return Optional.of(new Keyword(flag)).filter(Keyword::isLabel);
    }

    /** One string may hold several, parted by spaces; two arguments would be a variable's name and flags. */
    private static List<String> flags(Arguments arguments) throws LeftOutException {
        if (arguments.size() > 1) throw new LeftOutException(Reason.VARIABLES, arguments.strings(0).getFirst());
        return split(arguments.strings(0));
    }

    static List<String> split(List<String> values) {
        return values.stream().flatMap(it -> List.of(it.strip().split("\\s+", -1)).stream()).toList();
    }
}
