package org.waxwing.application.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.triage.Standings;

/** Where conversations stand after a deed, and how that is reversed. Within an open transaction. */
public class Stands {
    private final Standings standings;

    public Stands(Standings standings) {
        this.standings = standings;
    }

    /**
     * Lets conversations stand where the deed puts them; what undoing needs is added to {@code entries}.
     *
     * @param target what the folder is for that the deed moves to
     * @return how many stand elsewhere now
     */
    long apply(
            AccountId account,
            Deed deed,
            Set<ThreadId> threads,
            Instant now,
            MailboxRole target,
            List<ActionLog.Entry> entries) {
        if (threads.isEmpty() || isWithoutEffect(deed)) return 0;
        var before = standings.of(account, threads);
        // most deeds concern nothing but what stands somewhere already
        if (before.isEmpty() && !putsSomewhere(deed)) return 0;
        var outside = asksForInbox(deed) ? standings.outside(account, before.keySet()) : Set.<ThreadId>of();
        var changes = new HashMap<Change, Set<ThreadId>>();
        for (var thread : threads) {
            var was = before.getOrDefault(thread, Standing.USUAL);
            var is = after(deed, was, outside.contains(thread), target, now);
            if (!is.equals(was)) changes.computeIfAbsent(new Change(was, is), it -> new HashSet<>()).add(thread);
        }
        changes.forEach((change, those) -> {
            standings.stand(account, change.after(), those);
            entries.add(new ActionLog.Entry.Stood(account, change.before(), change.after(), those));
        });
        return changes.values().stream().mapToLong(Set::size).sum();
    }

    private record Change(Standing before, Standing after) {}

    /** Takes back where a deed has put conversations, as far as they still stand there. Returns how many those are. */
    long reverse(ActionLog.Entry.Stood entry) {
        Map<ThreadId, Standing> now = standings.of(entry.account(), entry.threads());
        var still = new HashSet<ThreadId>();
        for (var thread : entry.threads())
            if (now.getOrDefault(thread, Standing.USUAL).equals(entry.after())) still.add(thread);
        standings.stand(entry.account(), entry.before(), still);
        return still.size();
    }

    private static Standing after(Deed deed, Standing was, boolean outside, MailboxRole target, Instant now) {
        return switch (deed) {
            case Deed.Snooze(var until) -> was.snoozed(until, now);
            case Deed.Unsnooze() -> was.place() instanceof Standing.Place.Snoozed ? was.back(outside, now) : was;
            case Deed.PutOn(var pile) -> was.on(pile, now);
            case Deed.Back() -> was.back(outside, now);
            case Deed.Mute() -> was.silenced();
            case Deed.Unmute() -> was.heard();
            case Deed.ToInbox() -> Standing.USUAL;
            case Deed.Move(var to) when target == MailboxRole.INBOX -> Standing.USUAL;
            case Deed.Moves away -> was.dealtWith();
            case Deed.Read() -> was.opened();
            case Deed.Marks other -> was;
            case Deed.Delete() -> was;
        };
    }

    private static boolean isWithoutEffect(Deed deed) {
        return deed instanceof Deed.Delete || (deed instanceof Deed.Marks && !(deed instanceof Deed.Read));
    }

    private static boolean putsSomewhere(Deed deed) {
        return deed instanceof Deed.Snooze || deed instanceof Deed.PutOn || deed instanceof Deed.Mute;
    }

    private static boolean asksForInbox(Deed deed) {
        return deed instanceof Deed.Unsnooze || deed instanceof Deed.Back;
    }
}
