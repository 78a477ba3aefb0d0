package org.waxwing.domain.world;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.triage.Standings;

final class InMemoryStandings implements Standings {
    private static final Set<MailboxRole> RECEIVING = Set.of(
            MailboxRole.INBOX, MailboxRole.ARCHIVE, MailboxRole.NONE, MailboxRole.ALL);

    private final InMemoryWorld world;

    InMemoryStandings(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Map<ThreadId, Standing> of(AccountId account, Collection<ThreadId> threads) {
        return those(account, (thread, standing) -> threads.contains(thread));
    }

    private Map<ThreadId, Standing> those(AccountId account, BiPredicate<ThreadId, Standing> which) {
        var those = new HashMap<ThreadId, Standing>();
        if (!world.sees(account)) return those;
        world.tables().standings.forEach((it, standing) -> {
            if (it.account().equals(account) && which.test(it.thread(), standing)) those.put(it.thread(), standing);
        });
        return those;
    }

    @Override
    public Set<ThreadId> outside(AccountId account, Collection<ThreadId> threads) {
        var inside = shownIn(account, Set.of(MailboxRole.INBOX)).stream()
                .map(it -> it.email().thread())
                .collect(Collectors.toSet());
        return messages(account).stream()
                .map(it -> it.email().thread())
                .filter(it -> threads.contains(it) && !inside.contains(it))
                .collect(Collectors.toSet());
    }

    private List<Tables.Message> messages(AccountId account) {
        if (!world.sees(account)) return List.of();
        return world.tables().messages.values().stream().filter(it -> it.account().equals(account)).toList();
    }

    private List<Tables.Message> shownIn(AccountId account, Set<MailboxRole> roles) {
        Set<MailboxId> folders = world.tables().seen(account).stream()
                .filter(it -> roles.contains(it.role()))
                .map(Mailbox::id)
                .collect(Collectors.toSet());
        var shown = world.tables().shown();
        return messages(account).stream()
                .filter(it -> shown.getOrDefault(it.email().id(), Map.of()).keySet().stream()
                        .anyMatch(folders::contains))
                .toList();
    }

    @Override
    public void stand(AccountId account, Standing standing, Collection<ThreadId> threads) {
        world.mustSee(account);
        var there = new HashSet<ThreadId>();
        messages(account).forEach(it -> there.add(it.email().thread()));
        var tables = world.tables();
        for (var thread : threads) {
            if (!there.contains(thread)) continue;
            var key = new Tables.Stand(account, thread);
            if (standing.equals(Standing.USUAL)) tables.standings.remove(key);
            else tables.standings.put(key, standing);
        }
        var next = those(account, (thread, it) -> true).values().stream()
                .map(Standing::place)
                .filter(Standing.Place.Snoozed.class::isInstance)
                .map(it -> ((Standing.Place.Snoozed) it).until())
                .min(Instant::compareTo);
        tables.wakes.remove(account);
        next.ifPresent(at -> tables.wakes.put(account, at));
    }

    @Override
    public Map<ThreadId, Standing> due(AccountId account, Instant now) {
        return those(account, (thread, it) -> it.place() instanceof Standing.Place.Snoozed(var since, var until)
                && !until.isAfter(now));
    }

    @Override
    public Map<ThreadId, Standing> answered(AccountId account, Collection<EmailId> arrived) {
        var answered = new HashSet<ThreadId>();
        for (var it : shownIn(account, RECEIVING)) {
            var email = it.email();
            var before = messages(account).stream()
                    .filter(o -> o.email().thread().equals(email.thread()) && !arrived.contains(o.email().id()))
                    .map(o -> o.email().receivedAt())
                    .max(Instant::compareTo);
            if (arrived.contains(email.id())
                    && before.filter(latest -> !email.receivedAt().isBefore(latest)).isPresent())
                answered.add(email.thread());
        }
        return those(account, (thread, it) -> it.place() instanceof Standing.Place.Snoozed
                && answered.contains(thread));
    }
}
