package org.waxwing.domain.rules.sieve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.rules.Condition;
import org.waxwing.domain.rules.Rule;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.RuleId;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleProblem;
import org.waxwing.domain.rules.sieve.SieveRemark.Reason;

/**
 * Makes rules of the flow of a script: what stands in the block of an {@code if} is a rule with its condition, what stands
 * in those behind it has the opposite of all before, and what is nested has the outer condition, too.
 */
final class RuleWriter {
    // a chain of more is nothing that a person wrote
    private static final int LONGEST_CHAIN = 100;
    private static final Set<String> CHAINED = Set.of("if", "elsif", "else");

    private final RuleOwner owner;
    private final Supplier<RuleId> ids;
    private final List<Rule> rules = new ArrayList<>();
    private final List<SieveRemark> remarks = new ArrayList<>();
    private final TestTranslator tests = new TestTranslator(remarks);
    private final RuleNames names = new RuleNames();

    RuleWriter(RuleOwner owner, Supplier<RuleId> ids) {
        this.owner = owner;
        this.ids = ids;
    }

    SieveImport.Read result() {
        remarks.sort(Comparator.comparingInt(SieveRemark::line));
        return new SieveImport.Read(rules, remarks.stream().distinct().toList());
    }

    void write(List<SieveNode> script) {
        block(script, Shorter.ALWAYS, "", true);
    }

    private void block(List<SieveNode> commands, Condition within, String called, boolean outermost) {
        var segment = new Segment(remarks);
        var name = called;
        for (int i = 0; i < commands.size(); i++) {
            var command = commands.get(i);
            if (command.name().equals("require")) continue;
            name = RuleNames.of(command.comment(), name);
            if (command.name().equals("stop")) {
                segment.stop();
                // a message that is kept, and nothing behind: the end of the script is no rule
                boolean plainEnd = outermost && i == commands.size() - 1;
                if (segment.line() > 0 || !plainEnd) flush(segment, within, name, command);
                commands.subList(i + 1, commands.size()).forEach(it -> leaveOut(it, Reason.NEVER_REACHED, it.name()));
                return;
            }
            if (!CHAINED.contains(command.name())) {
                segment.add(command);
                continue;
            }
            if (segment.line() > 0) flush(segment, within, called, command);
            segment = new Segment(remarks);
            int end = i + 1;
            while (end < commands.size() && Set.of("elsif", "else").contains(commands.get(end).name())) end++;
            chain(commands.subList(i, end), within, name);
            i = end - 1;
            name = called;
        }
        if (segment.line() > 0) flush(segment, within, name, commands.getLast());
    }

    private void chain(List<SieveNode> branches, Condition within, String name) {
        var before = new ArrayList<Condition>();
        boolean broken = !branches.getFirst().name().equals("if");
        boolean decided = false;
        for (var branch : branches) {
            if (broken || decided || before.size() > LONGEST_CHAIN) {
                leaveOut(branch, broken ? Reason.AFTER_LEFT_OUT : decided ? Reason.NEVER_REACHED : Reason.TOO_LARGE,
                        "");
                continue;
            }
            int told = remarks.size();
            try {
                var condition = condition(branch);
                decided = condition.equals(Shorter.ALWAYS);
                if (condition.equals(Shorter.NEVER)) {
                    leaveOut(branch, Reason.NEVER_TRUE, "");
                    continue;
                }
                var parts = new ArrayList<Condition>();
                parts.add(within);
                parts.addAll(before);
                parts.add(condition);
                branch(branch, Shorter.all(parts), name);
                before.add(Shorter.not(condition));
            } catch (LeftOutException e) {
                broken = true;
                // what was remarked about parts of it is of no interest any more
                remarks.subList(told, remarks.size()).clear();
                remarks.add(e.at(branch));
            }
        }
    }

    private Condition condition(SieveNode branch) throws LeftOutException {
        boolean last = branch.name().equals("else");
        if (last && branch.tests().isEmpty() && branch.arguments().isEmpty()) return Shorter.ALWAYS;
        if (last || branch.tests().size() != 1 || !branch.arguments().isEmpty())
            throw new LeftOutException(Reason.ARGUMENT, branch.name());
        return tests.condition(branch.tests().getFirst());
    }

    private void branch(SieveNode branch, Condition condition, String name) throws LeftOutException {
        var problems = RuleCheck.of(condition);
        if (!problems.isEmpty()) throw new LeftOutException(reason(problems.getFirst()), detail(problems.getFirst()));
        block(branch.block(), condition, name, false);
    }

    private static Reason reason(RuleProblem problem) {
        return switch (problem.reason()) {
            case TOO_DEEP, TOO_MANY_CONDITIONS, TOO_MANY_VALUES, TOO_MANY_PATTERNS -> Reason.TOO_LARGE;
            default -> Reason.UNSOUND;
        };
    }

    private static String detail(RuleProblem problem) {
        return problem.detail().isEmpty()
                ? problem.reason().name()
                : problem.reason().name() + ": " + new UntrustedText(problem.detail()).clipped(200).value();
    }

    private void flush(Segment segment, Condition within, String name, SieveNode last) {
        var actions = segment.actions();
        if (actions.isEmpty() && !segment.stops()) return;
        if (rules.size() >= RuleBook.MOST) {
            leaveOut(last, Reason.TOO_LARGE, "");
            return;
        }
        int line = segment.line() > 0 ? segment.line() : last.line();
        var rule = new Rule(
                ids.get(), owner, names.next(name, line), new Rule.Reach.EveryAccount(), within, actions,
                !segment.isTorn(), segment.stops());
        var problems = RuleCheck.of(rule);
        if (problems.isEmpty()) rules.add(rule);
        else
            remarks.add(new SieveRemark(
                    line, Math.max(line, segment.lastLine()), reason(problems.getFirst()),
                    detail(problems.getFirst())));
    }

    private void leaveOut(SieveNode node, Reason reason, String detail) {
        remarks.add(new SieveRemark(node.line(), node.lastLine(), reason, detail));
    }
}
