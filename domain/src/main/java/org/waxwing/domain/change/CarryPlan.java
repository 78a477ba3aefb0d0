package org.waxwing.domain.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/**
 * In which steps waiting changes are carried to a server: in order for each message, many messages by one command. A
 * change of a folder comes when everything before it is done, and what comes after it is for another plan.
 */
public final class CarryPlan {
    private CarryPlan() {}

    /**
     * Commands that belong to the same changes.
     *
     * @param commands in any order; for each, which change moves or marks which message
     */
    public record Step(Set<Long> positions, List<Command> commands) {
        public Step {
            positions = Set.copyOf(positions);
            commands = List.copyOf(commands);
        }
    }

    /**
     * One command.
     *
     * @param positions the change behind each message; empty for a folder
     */
    public record Command(RemoteChange change, Map<Uid, Long> positions) {
        public Command {
            positions = Map.copyOf(positions);
        }
    }

    /** What distinguishes changes of messages that go together. */
    private sealed interface Kind {
        record Marking(Keyword keyword, boolean present) implements Kind {}

        record Moving(String target, boolean again) implements Kind {}

        record Deleting() implements Kind {}
    }

    private record Folder(String path, UidValidity validity) {}

    /**
     * The steps that can be taken now.
     *
     * @param waiting in order
     */
    public static List<Step> steps(List<WaitingChange> waiting) {
        var steps = new ArrayList<Step>();
        var held = new HashSet<EmailId>();
        var rest = new ArrayList<WaitingChange.OfMessage>();
        for (var change : waiting) {
            if (change instanceof WaitingChange.OfMessage message) {
                rest.add(message);
                continue;
            }
            together(rest, held, steps);
            // something before it cannot be done yet
            if (!held.isEmpty()) return List.copyOf(steps);
            steps.add(ofFolder(change));
            // what comes after it depends on what becomes of it: a folder that keeps its name is found under that
            return List.copyOf(steps);
        }
        together(rest, held, steps);
        return List.copyOf(steps);
    }

    /** Makes steps of changes of messages, leaving none in {@code rest}; {@code held} are messages that have to wait. */
    private static void together(List<WaitingChange.OfMessage> rest, Set<EmailId> held, List<Step> steps) {
        while (!rest.isEmpty()) {
            var groups = new LinkedHashMap<Kind, List<WaitingChange.OfMessage>>();
            var busy = new HashSet<EmailId>();
            var later = new ArrayList<WaitingChange.OfMessage>();
            for (var change : rest) {
                if (held.contains(change.email())) continue;
                if (change.places().isEmpty()) {
                    held.add(change.email());
                    continue;
                }
                if (!busy.add(change.email())) later.add(change);
                else groups.computeIfAbsent(kind(change), kind -> new ArrayList<>()).add(change);
            }
            groups.forEach((kind, changes) -> steps.add(step(kind, changes)));
            // where a message is after a move is only known when it has been made
            groups.forEach((kind, changes) -> {
                if (!(kind instanceof Kind.Marking)) changes.forEach(it -> held.add(it.email()));
            });
            rest.clear();
            rest.addAll(later);
        }
    }

    private static Kind kind(WaitingChange.OfMessage change) {
        return switch (change) {
            case WaitingChange.Mark mark -> new Kind.Marking(mark.keyword(), mark.present());
            case WaitingChange.Move move -> new Kind.Moving(move.targetPath(), move.tried());
            case WaitingChange.Delete delete -> new Kind.Deleting();
        };
    }

    private static Step step(Kind kind, List<WaitingChange.OfMessage> changes) {
        var byFolder = new LinkedHashMap<Folder, Map<Uid, Long>>();
        var positions = new HashSet<Long>();
        for (var change : changes) {
            positions.add(change.position());
            for (var at : change.places())
                byFolder.computeIfAbsent(new Folder(at.path(), at.validity()), folder -> new HashMap<>())
                        .put(at.uid(), change.position());
        }
        var commands = new ArrayList<Command>();
        byFolder.forEach((folder, uids) -> commands.add(new Command(switch (kind) {
            case Kind.Marking(var keyword, var present) ->
                new RemoteChange.Mark(folder.path(), folder.validity(), uids.keySet(), keyword, present);
            case Kind.Moving(var target, var again) ->
                new RemoteChange.Move(folder.path(), folder.validity(), uids.keySet(), target, again);
            case Kind.Deleting() -> new RemoteChange.Expunge(folder.path(), folder.validity(), uids.keySet());
        }, uids)));
        return new Step(positions, commands);
    }

    private static Step ofFolder(WaitingChange change) {
        var command = switch (change) {
            case WaitingChange.CreateFolder create -> new RemoteChange.Create(create.path());
            case WaitingChange.RenameFolder rename -> new RemoteChange.Rename(rename.path(), rename.target());
            case WaitingChange.DropFolder drop -> new RemoteChange.Drop(drop.path());
            case WaitingChange.OfMessage message -> throw new IllegalArgumentException("That is no folder's");
        };
        return new Step(Set.of(change.position()), List.of(new Command(command, Map.of())));
    }
}
