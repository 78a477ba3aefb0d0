package org.waxwing.domain.rules.sieve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.rules.Action;
import org.waxwing.domain.rules.RuleCheck;
import org.waxwing.domain.rules.sieve.SieveRemark.Kind;
import org.waxwing.domain.rules.sieve.SieveRemark.Reason;

/** Commands that stand together and become the actions of one rule. */
final class Segment {
    private static final Duration USUAL_SILENCE = Duration.ofDays(7);
    private static final Set<String> TRASH = Set.of("trash", "deleted", "deleted items", "deleted messages", "bin");
    private static final Set<String> SPAM = Set.of("spam", "junk", "junk e-mail", "junk email", "bulk mail");
    private static final Set<String> ARCHIVE = Set.of("archive", "archives");

    private final List<SieveRemark> remarks;
    private final Set<Action> actions = new LinkedHashSet<>();
    private final List<SieveRemark> own = new ArrayList<>();
    private boolean placed;
    private boolean kept;
    private boolean discarded;
    private boolean redirected;
    private boolean stops;
    private boolean torn;
    private int line;
    private int lastLine;

    Segment(List<SieveRemark> remarks) {
        this.remarks = remarks;
    }

    void add(SieveNode command) {
        if (line == 0) line = command.line();
        lastLine = command.lastLine();
        try {
            if (!command.block().isEmpty() || !command.tests().isEmpty())
                throw new LeftOutException(Reason.UNKNOWN_COMMAND, command.name());
            translate(command);
        } catch (LeftOutException e) {
            own.add(e.at(command));
        }
    }

    void stop() {
        stops = true;
    }

    private void translate(SieveNode command) throws LeftOutException {
        switch (command.name()) {
            case "keep" -> {
                kept = true;
                marks(command, new Arguments(command, Set.of("flags")));
            }
            case "discard" -> discarded = true;
            case "fileinto" -> fileInto(command);
            case "redirect" -> {
                var arguments = new Arguments(command, Set.of("copy", "list")).atMost(1, command);
                if (arguments.has("list")) throw new LeftOutException(Reason.NO_COUNTERPART, "redirect :list");
                boolean put = put(command, new Action.Forward(arguments.strings(0).getFirst()));
                redirected |= put && !arguments.has("copy");
            }
            case "vacation" -> vacation(command);
            case "addflag", "setflag", "removeflag", "mark" ->
                new MarkTranslator(own).actions(command).forEach(it -> put(command, it));
            case "notify" -> {
                own.add(remark(command, Reason.OWN_NOTICE, ""));
                put(command, new Action.Notify());
            }
            case "reject", "ereject", "refuse" -> throw new LeftOutException(Reason.REJECTION, command.name());
            case "set", "global", "include", "return", "addheader", "deleteheader", "unmark", "pipe", "filter",
                    "execute", "replace", "enclose", "extracttext", "foreverypart", "break", "denotify", "error",
                    "setmetadata", "report" ->
                throw new LeftOutException(Reason.NO_COUNTERPART, command.name());
            default -> throw new LeftOutException(Reason.UNKNOWN_COMMAND, command.name());
        }
    }

    private void marks(SieveNode command, Arguments arguments) {
        arguments.strings("flags").ifPresent(it -> new MarkTranslator(own).adding(command, MarkTranslator.split(it))
                .forEach(action -> put(command, action)));
    }

    private void fileInto(SieveNode command) throws LeftOutException {
        var arguments = new Arguments(command, Set.of("copy", "create", "flags", "specialuse")).atMost(1, command);
        var folder = arguments.strings(0).getFirst();
        marks(command, arguments);
        var place = place(folder, arguments.string("specialuse").toLowerCase(Locale.ROOT));
        boolean plain = place instanceof Action.Move;
        // a label and then a place: so do programs write that have but one command for both
        if (placed && !plain && !arguments.has("copy")) labelPlaces(command);
        if (arguments.has("copy") || (placed && plain)) label(command, folder);
        else placed |= put(command, place);
    }

    private void labelPlaces(SieveNode command) {
        var before = new ArrayList<>(actions);
        keepCopies(before, command.line(), command.lastLine());
        actions.clear();
        actions.addAll(before);
    }

    private void label(SieveNode command, String folder) throws LeftOutException {
        if (folder.isBlank() || !new Keyword(folder).isLabel())
            throw new LeftOutException(Reason.NO_COUNTERPART, "fileinto :copy " + folder);
        own.add(remark(command, Reason.COPY_TO_LABEL, folder));
        put(command, new Action.Label(new Keyword(folder)));
    }

    private static Action place(String folder, String use) {
        var name = folder.toLowerCase(Locale.ROOT);
        if (name.startsWith("inbox.") || name.startsWith("inbox/")) name = name.substring("inbox.".length());
        if (use.equals("\\trash") || TRASH.contains(name)) return new Action.Trash();
        if (use.equals("\\junk") || SPAM.contains(name)) return new Action.Spam();
        if (use.equals("\\archive") || ARCHIVE.contains(name)) return new Action.Archive();
        return new Action.Move(new Action.Folder.Named(folder));
    }

    private void vacation(SieveNode command) throws LeftOutException {
        var arguments = new Arguments(
                command, Set.of("days", "seconds", "subject", "from", "addresses", "mime", "handle", "fcc"));
        if (arguments.has("mime")) throw new LeftOutException(Reason.NO_COUNTERPART, "vacation :mime");
        arguments.atMost(1, command);
        for (var unneeded : List.of("from", "addresses", "handle", "fcc"))
            if (arguments.has(unneeded)) own.add(remark(command, Reason.NOT_NEEDED, ":" + unneeded));
        var every = arguments.number("days").map(Segment::days)
                .or(() -> arguments.number("seconds").map(it -> days(1 + it / 86_400)))
                .orElse(USUAL_SILENCE);
        put(command, new Action.Reply(
                new UntrustedText(arguments.string("subject")).onOneLine().value(),
                arguments.strings(0).getFirst().strip(),
                every));
    }

    /** RFC 5230 §4.1: what is out of bounds becomes the bound. */
    private static Duration days(long days) {
        return Duration.ofDays(Math.clamp(days, 1L, 366L));
    }

    /** Whether it can be done. */
    private boolean put(SieveNode command, Action action) {
        var problems = RuleCheck.of(List.of(action), false);
        if (problems.isEmpty()) actions.add(action);
        else own.add(remark(command, Reason.UNSOUND, problems.getFirst().reason().name()));
        return problems.isEmpty();
    }

    private static SieveRemark remark(SieveNode node, Reason reason, String detail) {
        return new SieveRemark(node.line(), node.lastLine(), reason, detail);
    }

    int line() {
        return line;
    }

    int lastLine() {
        return lastLine;
    }

    boolean stops() {
        return stops;
    }

    /** Whether something of it was lost. */
    boolean isTorn() {
        return torn;
    }

    /** What is done, after everything has been said about where the message is to be; remarks are told with it. */
    List<Action> actions() {
        List<Action> all = new ArrayList<>(actions);
        boolean alreadyPlaced = all.stream().anyMatch(it -> it instanceof Action.Placing);
        if (kept && alreadyPlaced) all = stayingHere(all);
        else if (discarded && !kept && !alreadyPlaced) {
            own.add(new SieveRemark(line, lastLine, Reason.DISCARD_TO_TRASH, "discard"));
            all.add(new Action.Trash());
        } else
            if (redirected && !kept && !alreadyPlaced)
                own.add(new SieveRemark(line, lastLine, Reason.REDIRECT_KEEPS, ""));
            else
                if (kept && all.isEmpty() && !stops)
                    own.add(new SieveRemark(line, lastLine, Reason.KEPT_ANYWAY, "keep"));
        torn = own.stream().anyMatch(it -> it.reason().kind() == Kind.LEFT_OUT);
        remarks.addAll(own);
        return List.copyOf(onePlace(all));
    }

    /** A message that is to be in the inbox, too: there, with the folder's name on it. */
    private List<Action> stayingHere(List<Action> all) {
        keepCopies(all, line, lastLine);
        var staying = new ArrayList<Action>();
        for (var action : all)
            if (action instanceof Action.Placing)
                own.add(new SieveRemark(line, lastLine, Reason.NO_COUNTERPART, action.kind()));
            else
                staying.add(action);
        return staying;
    }

    private void keepCopies(List<Action> all, int from, int to) {
        all.replaceAll(it -> {
            if (!(it instanceof Action.Move(Action.Folder.Named(var path))) || !new Keyword(path).isLabel()) return it;
            own.add(new SieveRemark(from, to, Reason.COPY_TO_LABEL, path));
            return new Action.Label(new Keyword(path));
        });
    }

    /** Flags that mean a place may have come before or behind a folder: the first holds. */
    private static List<Action> onePlace(List<Action> all) {
        var once = new ArrayList<Action>();
        boolean there = false;
        for (var action : all) {
            boolean placing = action instanceof Action.Placing;
            if (!placing || !there) once.add(action);
            there |= placing;
        }
        return once;
    }
}
