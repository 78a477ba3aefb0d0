package org.waxwing.domain.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
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
    public void extend(
            ActionId action, PersonId owner, Story story, List<Entry> entries, Instant now, Instant undoUntil) {
        if (!world.is(owner)) throw new IllegalStateException("An action of somebody else");
        var known = own(action);
        var all = new ArrayList<>(known.map(Tables.Action::entries).orElse(List.of()));
        all.addAll(entries);
        long conversations = story.conversations() + known.map(it -> it.story().conversations()).orElse(0L);
        var whole = new Story(story.title(), story.detail(), conversations,
                known.isPresent() ? List.of() : story.only(), story.reference());
        world.tables().actions.put(action, new Tables.Action(
                action, owner, whole, List.copyOf(all), known.map(Tables.Action::at).orElse(now),
                known.map(Tables.Action::undoUntil).orElse(undoUntil),
                known.map(Tables.Action::taken).orElse(false)));
    }

    @Override
    public boolean isUndone(ActionId action) {
        return own(action).filter(Tables.Action::taken).isPresent();
    }

    @Override
    public List<ActionId> automatic(Automatic which, Instant now) {
        return latestFirst()
                .map(it -> world.tables().actions.get(it.id()))
                .filter(it -> it != null && it.story().title().equals(RULES) && isOpen(it, now) && is(which, it))
                .map(Tables.Action::id)
                .toList();
    }

    @Override
    public Set<ActionId> undoable(EmailId email, Set<ActionId> actions, Instant now) {
        return automatic(new Automatic.ToMessage(email), now).stream().filter(actions::contains)
                .collect(Collectors.toSet());
    }

    private boolean is(Automatic which, Tables.Action action) {
        return switch (which) {
            case Automatic.ToMessage(var email) -> action.entries().stream()
                    .anyMatch(it -> isAbout(part(it, Set.of(email))));
            case Automatic.OfAction(var id, var email) -> action.id().equals(id)
                    && is(new Automatic.ToMessage(email), action);
            case Automatic.ByRule(var reference) -> action.story().reference().equals(reference);
            case Automatic.Within(var since, var until) ->
                !action.at().isBefore(since) && action.at().isBefore(until);
        };
    }

    private static boolean isAbout(Entry part) {
        return switch (part) {
            case Entry.Marked it -> !it.emails().isEmpty();
            case Entry.Moved it -> !it.emails().isEmpty();
            case Entry.Filed it -> !it.emails().isEmpty();
            case Entry.Stood it -> !it.threads().isEmpty();
            case Entry.Taught it -> false;
            case Entry.Decided it -> false;
        };
    }

    @Override
    public List<Entry> takePart(ActionId action, Set<EmailId> emails, Instant now) {
        var found = own(action).filter(it -> isOpen(it, now));
        if (found.isEmpty()) return List.of();
        var it = found.get();
        world.tables().actions.put(action, new Tables.Action(it.id(), it.owner(), it.story(),
                it.entries().stream().map(entry -> rest(entry, emails)).toList(), it.at(), it.undoUntil(), false));
        return it.entries().stream()
                .map(entry -> without(part(entry, emails), later(it)))
                .filter(InMemoryActionLog::isAbout)
                .toList();
    }

    private Entry part(Entry entry, Set<EmailId> emails) {
        return narrowed(entry, emails::contains, threads(emails)::contains);
    }

    private Entry rest(Entry entry, Set<EmailId> emails) {
        var threads = threads(emails);
        return narrowed(entry, it -> !emails.contains(it), it -> !threads.contains(it));
    }

    private Set<ThreadId> threads(Set<EmailId> emails) {
        return emails.stream()
                .flatMap(it -> Stream.ofNullable(world.tables().messages.get(it)))
                .map(it -> it.email().thread())
                .collect(Collectors.toSet());
    }

    private static Entry narrowed(Entry entry, Predicate<EmailId> emails, Predicate<ThreadId> threads) {
        return switch (entry) {
            case Entry.Marked it -> new Entry.Marked(
                    it.account(), it.keyword(), it.present(), some(it.emails(), emails));
            case Entry.Moved it -> new Entry.Moved(it.account(), it.from(), it.to(), some(it.emails(), emails));
            case Entry.Filed it -> new Entry.Filed(it.account(), it.before(), it.after(), some(it.emails(), emails));
            case Entry.Stood it -> new Entry.Stood(
                    it.account(), it.before(), it.after(), some(it.threads(), threads));
            case Entry.Taught it -> it;
            case Entry.Decided it -> it;
        };
    }

    private static <T> Set<T> some(Set<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).collect(Collectors.toSet());
    }

    private static boolean isOpen(Tables.Action action, Instant now) {
        return !action.taken() && !now.isAfter(action.undoUntil());
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
        var found = own(action).filter(it -> isOpen(it, now));
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
