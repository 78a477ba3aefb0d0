package org.waxwing.domain.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;

final class InMemoryActionLog implements ActionLog {
    private final InMemoryWorld world;

    InMemoryActionLog(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void record(
            ActionId action,
            PersonId owner,
            Story story,
            List<Entry> entries,
            Instant now,
            Instant undoUntil,
            Instant forget) {
        if (!world.is(owner)) throw new IllegalStateException("An action of somebody else");
        world.tables().actions.values().removeIf(it -> it.owner().equals(owner) && it.at().isBefore(forget));
        world.tables().actions.put(
                action, new Tables.Action(action, owner, story, List.copyOf(entries), now, undoUntil, false));
    }

    @Override
    public Window<Logged> done(ListPosition after, int atMost) {
        var behind = latestFirst().filter(it -> isBefore(it.position(), after)).toList();
        return new Window<>(behind.stream().limit(atMost).toList(), behind.size() > atMost);
    }

    private Stream<Logged> latestFirst() {
        return world.tables().actions.values().stream()
                .filter(it -> world.is(it.owner()))
                .map(this::logged)
                .sorted((a, b) -> isBefore(b.position(), a.position()) ? -1 : 1);
    }

    private static boolean isBefore(ListPosition a, ListPosition b) {
        int time = a.at().compareTo(b.at());
        return time != 0 ? time < 0 : InMemoryMailReader.BY_BYTES.compare(a.id(), b.id()) < 0;
    }

    private Logged logged(Tables.Action action) {
        var subject = action.story().only().stream()
                .flatMap(thread -> world.tables().messages.values().stream()
                        .filter(it -> it.email().thread().equals(thread) && world.sees(it.account()))
                        .map(Tables.Message::email)
                        .min(Comparator.comparing(Email::receivedAt))
                        .stream())
                .map(it -> it.message().headers().subject())
                .findFirst()
                .orElse(new UntrustedText(""));
        return new Logged(action.id(), action.story().title(), action.story().detail(),
                action.story().conversations(), subject, action.at(), action.undoUntil(), action.taken());
    }

    @Override
    public void forgetOld() {
        world.mustBeHouse();
        // what the house may clear away is known by the database's clock, which this world has not
    }

    @Override
    public Optional<List<Entry>> take(ActionId action, Instant now) {
        var found = own(action).filter(it -> !it.taken() && !now.isAfter(it.undoUntil()));
        found.ifPresent(it -> world.tables().actions.put(action, new Tables.Action(
                it.id(), it.owner(), it.story(), it.entries(), it.at(), it.undoUntil(), true)));
        return found.map(it -> it.entries().stream().map(entry -> without(entry, later(it))).toList());
    }

    private List<Entry> later(Tables.Action action) {
        var position = logged(action).position();
        return world.tables().actions.values().stream()
                .filter(it -> world.is(it.owner()) && !it.taken() && isBefore(position, logged(it).position()))
                .flatMap(it -> it.entries().stream())
                .toList();
    }

    private static Entry without(Entry entry, List<Entry> later) {
        return switch (entry) {
            case Entry.Marked(var account, var keyword, var present, var emails) -> {
                var left = new HashSet<>(emails);
                for (var it : later)
                    if (it instanceof Entry.Marked other && other.keyword().equals(keyword))
                        left.removeAll(other.emails());
                yield new Entry.Marked(account, keyword, present, left);
            }
            case Entry.Moved(var account, var from, var to, var emails) -> {
                var left = new HashSet<>(emails);
                for (var it : later) if (it instanceof Entry.Moved other) left.removeAll(other.emails());
                yield new Entry.Moved(account, from, to, left);
            }
            case Entry.Stood stood -> stood;
            case Entry.Filed filed -> filed;
            case Entry.Taught taught -> taught;
            case Entry.Decided decided -> decided;
        };
    }

    @Override
    public boolean exists(ActionId action) {
        return own(action).isPresent();
    }

    private Optional<Tables.Action> own(ActionId action) {
        return Optional.ofNullable(world.tables().actions.get(action)).filter(it -> world.is(it.owner()));
    }

    @Override
    public List<Refused> refusals(int atMost) {
        return world.tables().refusals.stream()
                .filter(it -> world.sees(it.account()))
                .sorted(Comparator.comparing(Refused::at).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public void dismiss(Set<RefusalId> refusals) {
        world.tables().refusals.removeIf(it -> world.sees(it.account()) && refusals.contains(it.id()));
    }
}
