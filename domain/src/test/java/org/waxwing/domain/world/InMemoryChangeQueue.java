package org.waxwing.domain.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.change.WaitingChange;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.SyncStateStore.Copy;

final class InMemoryChangeQueue implements ChangeQueue {
    private final InMemoryWorld world;

    InMemoryChangeQueue(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Set<EmailId> mark(AccountId account, Collection<EmailId> emails, Keyword keyword, boolean present) {
        var changed = new HashSet<EmailId>();
        for (var email : Set.copyOf(emails)) {
            if (isMarked(account, email, keyword, !present)) {
                changed.add(email);
                var opposite = last(account, (it, wish) -> wish instanceof Wish.Mark mark
                        && mark.email().equals(email)
                        && mark.keyword().equals(keyword));
                if (opposite.isPresent() && !world.tables().at(opposite.get()).tried())
                    world.tables().waiting.remove(opposite.get());
                // the server may have it otherwise by now than before the first of the two
                if (isMarked(account, email, keyword, !present))
                    world.tables().enqueue(account, new Wish.Mark(email, keyword, present));
            }
        }
        return changed;
    }

    private boolean isMarked(AccountId account, EmailId email, Keyword keyword, boolean present) {
        var folders = shown(account, email).values();
        return !folders.isEmpty() && folders.stream().anyMatch(it -> it.contains(keyword)) == present;
    }

    private Map<MailboxId, Set<Keyword>> shown(AccountId account, EmailId email) {
        var message = world.tables().messages.get(email);
        if (!world.sees(account) || message == null || !message.account().equals(account)) return Map.of();
        return world.tables().shown().getOrDefault(email, Map.of());
    }

    @Override
    public Map<MailboxId, Set<EmailId>> move(
            AccountId account, Collection<EmailId> emails, Collection<MailboxId> from, MailboxId target) {
        var moved = new HashMap<MailboxId, Set<EmailId>>();
        if (!world.sees(account)) return moved;
        mustBeOf(account, target);
        for (var email : Set.copyOf(emails))
            for (var source : from)
                if (!source.equals(target) && shown(account, email).containsKey(source)) {
                    moved.computeIfAbsent(source, it -> new HashSet<>()).add(email);
                    takeBackMovesTo(account, email, source).forEach(move -> moveOn(account, move, target));
                    trails(email, source).forEach(trail -> world.tables().enqueue(
                            account, new Wish.Move(email, source, trail, List.of(), target)));
                }
        return moved;
    }

    /** The different ways by which a message came to where a folder shows it. */
    private List<List<MailboxId>> trails(EmailId email, MailboxId mailbox) {
        return world.tables().held().getOrDefault(email, List.of()).stream()
                .filter(it -> it.mailbox().equals(mailbox))
                .map(Tables.Held::trail)
                .distinct()
                .toList();
    }

    private void mustBeOf(AccountId account, MailboxId mailbox) {
        var there = world.tables().mailboxes.get(mailbox);
        if (there == null || !there.account().equals(account)) throw new IllegalStateException("No such folder");
    }

    private void moveOn(AccountId account, Wish.Move move, MailboxId target) {
        var left = move.left();
        left.add(move.to());
        var tables = world.tables();
        var stay = tables.places(move);
        if (!move.from().equals(target))
            tables.enqueue(account, new Wish.Move(
                    move.email(), move.from(), move.trail(), left.subList(1, left.size()), target));
        // what is still on its way there cannot stay, it goes round
        else
            if (stay.isEmpty()) tables.enqueue(account, move);
            else
                for (var place : stay)
                    tables.trails.put(place, Stream.concat(tables.trail(place).stream(), left.stream()).toList());
    }

    @Override
    public Set<EmailId> moveBack(AccountId account, Collection<EmailId> emails, MailboxId from, MailboxId to) {
        var back = new HashSet<EmailId>();
        if (!world.sees(account)) return back;
        mustBeOf(account, from);
        for (var email : Set.copyOf(emails))
            if (shown(account, email).containsKey(to) && moveBack(account, email, from, to)) back.add(email);
        return back;
    }

    private boolean moveBack(AccountId account, EmailId email, MailboxId from, MailboxId to) {
        if (cameFrom(email, from, to).isEmpty()) suppose(email, from, to);
        boolean known = !cameFrom(email, from, to).isEmpty();
        for (var position : positions(account)) if (isLatestFrom(account, position, email, from, to)) shorten(position);
        cameFrom(email, from, to).forEach(
                trail -> world.tables().enqueue(account, new Wish.MoveBack(email, to, trail)));
        return known;
    }

    private List<List<MailboxId>> cameFrom(EmailId email, MailboxId from, MailboxId to) {
        return trails(email, to).stream().filter(it -> !it.isEmpty() && it.getLast().equals(from)).toList();
    }

    /** Takes the latest copy of which nobody knows where it came from for one that did from there. */
    private void suppose(EmailId email, MailboxId from, MailboxId to) {
        var tables = world.tables();
        var latest = tables.places(email, to::equals).stream()
                .filter(it -> tables.trail(it).isEmpty())
                .max(Comparator.comparing(Tables.Place::uid));
        var unknown = new Tables.Unseen(to, email, List.of());
        var keywords = tables.unseen.remove(unknown);
        if (keywords != null) tables.unseen.put(new Tables.Unseen(to, email, List.of(from)), keywords);
        else latest.ifPresent(it -> tables.trails.put(it, List.of(from)));
    }

    /** Whether a change has brought a message from one folder to another, untried, and nothing was done to it since. */
    private boolean isLatestFrom(AccountId account, long position, EmailId email, MailboxId from, MailboxId to) {
        var it = world.tables().at(position);
        if (it.tried() || !(it.wish() instanceof Wish.Move move) || !move.email().equals(email)) return false;
        return move.to().equals(to) && move.left().getLast().equals(from) && last(account, (later,
                wish) -> later > position && (wish instanceof Wish.OfFolder || (wish instanceof Wish.Leaving leaving
                        && leaving.email().equals(email)
                        && leaving.from().equals(to))))
                .isEmpty();
    }

    /** Lets a move end one folder earlier. */
    private void shorten(long position) {
        var it = world.tables().at(position);
        world.tables().waiting.remove(position);
        if (it.wish() instanceof Wish.Move move && !move.via().isEmpty())
            world.tables().waiting.put(position, new Tables.Waiting(it.account(), false, new Wish.Move(
                    move.email(), move.from(), move.trail(), move.via().subList(0, move.via().size() - 1),
                    move.via().getLast())));
    }

    @Override
    public Set<EmailId> delete(AccountId account, Collection<EmailId> emails, Collection<MailboxId> from) {
        var deleted = new HashSet<EmailId>();
        for (var email : Set.copyOf(emails))
            for (var source : from)
                if (shown(account, email).containsKey(source)) {
                    deleted.add(email);
                    takeBackMovesTo(account, email, source).forEach(
                            move -> world.tables().enqueue(account, new Wish.Delete(email, move.from())));
                    if (shown(account, email).containsKey(source))
                        world.tables().enqueue(account, new Wish.Delete(email, source));
                }
        return deleted;
    }

    /**
     * Takes out of the queue what was to bring a message to a folder, if nobody has tried it and no folder changes after
     * it: one that is dropped must not take the message with it.
     */
    private List<Wish.Move> takeBackMovesTo(AccountId account, EmailId email, MailboxId mailbox) {
        var taken = new ArrayList<Wish.Move>();
        while (true) {
            var last = last(account, (position, wish) -> wish instanceof Wish.OfFolder
                    || (wish instanceof Wish.Leaving leaving && leaving.email().equals(email)));
            if (last.isEmpty() || world.tables().at(last.get()).tried()) return taken;
            if (!(world.tables().at(last.get()).wish() instanceof Wish.Move move) || !move.to().equals(mailbox))
                return taken;
            world.tables().waiting.remove(last.get());
            taken.add(move);
        }
    }

    private Optional<Long> last(AccountId account, BiPredicate<Long, Wish> which) {
        return world.tables().waiting.descendingMap().entrySet().stream()
                .filter(it -> it.getValue().account().equals(account)
                        && which.test(it.getKey(), it.getValue().wish()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public List<WaitingChange> waiting(AccountId account, int atMost) {
        var changes = new ArrayList<WaitingChange>();
        for (var position : positions(account)) {
            if (changes.size() == atMost) break;
            changes.add(change(position, world.tables().at(position)));
        }
        return changes;
    }

    /** The places in the queue of an account, in order. */
    private List<Long> positions(AccountId account) {
        var positions = new ArrayList<Long>();
        if (world.sees(account))
            world.tables().waiting.forEach((position, it) -> {
                if (it.account().equals(account)) positions.add(position);
            });
        return positions;
    }

    private WaitingChange change(long position, Tables.Waiting waiting) {
        boolean tried = waiting.tried();
        return switch (waiting.wish()) {
            case Wish.Mark(var email, var keyword, var present) ->
                new WaitingChange.Mark(position, tried, email, keyword, present, everywhere(email));
            case Wish.Moving move -> new WaitingChange.Move(
                    position, tried, move.email(), move.to(), path(move.to()), at(world.tables().places(move)));
            case Wish.Delete delete ->
                new WaitingChange.Delete(position, tried, delete.email(), at(world.tables().places(delete)));
            case Wish.Create(var mailbox) ->
                new WaitingChange.CreateFolder(position, tried, mailbox, path(mailbox));
            case Wish.Rename(var mailbox, var path) ->
                new WaitingChange.RenameFolder(position, tried, mailbox, path(mailbox), path);
            case Wish.Drop(var mailbox) -> new WaitingChange.DropFolder(position, tried, mailbox, path(mailbox));
        };
    }

    private String path(MailboxId mailbox) {
        return mailbox(mailbox).path();
    }

    private Mailbox mailbox(MailboxId id) {
        var mailbox = world.tables().mailboxes.get(id);
        if (mailbox == null) throw new IllegalStateException("No such folder: " + id);
        return mailbox;
    }

    private List<WaitingChange.At> everywhere(EmailId email) {
        boolean onItsWay = world.tables().unseen.keySet().stream().anyMatch(it -> it.email().equals(email));
        return onItsWay ? List.of() : at(world.tables().places(email, mailbox -> true));
    }

    private List<WaitingChange.At> at(List<Tables.Place> places) {
        return places.stream()
                .map(it -> new WaitingChange.At(it.mailbox(), path(it.mailbox()), it.validity(), it.uid()))
                .toList();
    }

    @Override
    public long count(AccountId account) {
        return positions(account).size();
    }

    @Override
    public List<WaitingChange> attempt(AccountId account, Collection<Long> positions) {
        var own = positions(account);
        own.retainAll(positions);
        var changes = own.stream().map(it -> change(it, world.tables().at(it))).toList();
        for (var position : own)
            world.tables().waiting.computeIfPresent(
                    position, (key, it) -> new Tables.Waiting(account, true, it.wish()));
        return changes;
    }

    @Override
    public void done(AccountId account, Collection<Long> positions, Map<Long, Set<RemoteChange.Place>> moved) {
        var own = positions(account);
        own.retainAll(positions);
        var tables = world.tables();
        for (var position : own) {
            var wish = world.tables().at(position).wish();
            tables.waiting.remove(position);
            switch (wish) {
                case Wish.Mark mark -> tables.marked(mark);
                case Wish.Moving move -> arrived(move, moved.getOrDefault(position, Set.of()));
                case Wish.Delete delete -> tables.left(delete);
                case Wish.Create create -> {
                }
                case Wish.Rename rename -> renamed(account, rename);
                case Wish.Drop(var mailbox) -> world.mail().settle(account, tables.removeFolder(account, mailbox));
            }
        }
    }

    private void arrived(Wish.Moving move, Set<RemoteChange.Place> told) {
        var tables = world.tables();
        var left = tables.left(move);
        if (left.isEmpty()) return;
        var there = left.get().after(move);
        var numbering = tables.validities.get(move.to());
        var known = told.stream().filter(it -> numbering == null || it.validity().equals(numbering)).toList();
        for (var it : known) {
            var place = new Tables.Place(move.to(), it.validity(), it.uid());
            tables.copies.put(place, new Copy(move.email(), there.keywords()));
            tables.trails.put(place, there.trail());
        }
        if (known.isEmpty()) tables.isSomewhereIn(move.to(), move.email(), there.keywords(), there.trail());
    }

    private void renamed(AccountId account, Wish.Rename rename) {
        var tables = world.tables();
        var paths = new HashMap<MailboxId, String>();
        tables.atServer(account).forEach(it -> paths.put(it.id(), it.path()));
        tables.rename(paths, rename);
        tables.mailboxes.replaceAll((id, it) -> new Mailbox(
                id, it.account(), paths.getOrDefault(id, it.path()), it.delimiter(), it.role(), it.selectable()));
    }

    @Override
    public Set<EmailId> refused(
            AccountId account, Collection<Long> positions, RemoteChange.Refusal why, Instant now) {
        var own = positions(account);
        own.retainAll(positions);
        var tables = world.tables();
        var touched = new HashSet<EmailId>();
        var notices = new EnumMap<Refused.What, List<UntrustedText>>(Refused.What.class);
        for (var position : own) {
            var wish = world.tables().at(position).wish();
            notices.computeIfAbsent(what(wish), it -> new ArrayList<>()).add(subject(wish));
            tables.waiting.remove(position);
            switch (wish) {
                case Wish.Mark mark -> touched.add(mark.email());
                case Wish.Moving move -> touched.add(move.email());
                case Wish.Delete delete -> {
                    touched.add(delete.email());
                    if (!tables.messages.containsKey(delete.email())) forget(delete);
                }
                case Wish.Create(var mailbox) -> touched.addAll(tables.removeFolder(account, mailbox));
                case Wish.OfFolder folder -> {
                }
            }
        }
        touched.addAll(tables.removeUnfounded(account));
        notices.forEach((what, subjects) -> tables.refusals.add(new Refused(
                new RefusalId(UUID.randomUUID()), account, what, why, subjects.getFirst(), subjects.size(), now)));
        return touched;
    }

    // what was deleted here is brought in again by the next look at the whole folder
    private void forget(Wish.Delete delete) {
        world.tables().left(delete);
        world.tables().points.remove(delete.from());
    }

    private static Refused.What what(Wish wish) {
        return switch (wish) {
            case Wish.Mark mark -> Refused.What.MARK;
            case Wish.Moving move -> Refused.What.MOVE;
            case Wish.Delete delete -> Refused.What.DELETE;
            case Wish.Create create -> Refused.What.CREATE_FOLDER;
            case Wish.Rename rename -> Refused.What.RENAME_FOLDER;
            case Wish.Drop drop -> Refused.What.DROP_FOLDER;
        };
    }

    private UntrustedText subject(Wish wish) {
        return switch (wish) {
            case Wish.OfMessage message -> {
                var known = world.tables().messages.get(message.email());
                yield known == null ? UntrustedText.EMPTY : known.email().message().headers().subject();
            }
            case Wish.OfFolder folder -> new UntrustedText(mailbox(folder.mailbox()).name());
        };
    }

    @Override
    public Set<EmailId> forgetUnseen(AccountId account) {
        var touched = new HashSet<EmailId>();
        if (!world.sees(account)) return touched;
        var tables = world.tables();
        var before = new LinkedHashMap<>(tables.shown());
        tables.unseen.keySet().removeIf(it -> {
            boolean own = mailbox(it.mailbox()).account().equals(account);
            if (own) touched.add(it.email());
            return own;
        });
        touched.addAll(tables.removeUnfounded(account));
        var after = tables.shown();
        touched.removeIf(it -> before.getOrDefault(it, Map.of()).equals(after.getOrDefault(it, Map.of())));
        return touched;
    }
}
