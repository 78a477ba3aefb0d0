package org.waxwing.domain.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.screening.Caller;
import org.waxwing.domain.screening.Doorstep;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Filing;

final class InMemoryDoorstep implements Doorstep {
    private final InMemoryWorld world;

    InMemoryDoorstep(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<Caller> waiting(int atMost) {
        var tables = world.tables();
        var callers = new ArrayList<Caller>();
        for (var account : world.accounts().all()) {
            var inbox = world.mail().shownIn(account.id(), tables.messages.keySet(), MailboxRole.INBOX);
            var bySender = new LinkedHashMap<String, List<Email>>();
            tables.messages.values().stream()
                    .filter(it -> it.account().equals(account.id()) && inbox.contains(it.email().id()))
                    .filter(it -> tables.filings.getOrDefault(it.email().id(), Filing.UNSEEN).placement()
                            .admission() == Admission.WAITING)
                    .map(Tables.Message::email)
                    .sorted(Comparator.comparing(Email::receivedAt).reversed())
                    .forEach(it -> bySender.computeIfAbsent(
                            it.message().headers().from().getFirst().key(), key -> new ArrayList<>()).add(it));
            bySender.values().forEach(mail -> {
                var latest = mail.getFirst();
                callers.add(new Caller(
                        account.id(), latest.message().headers().from().getFirst(), mail.size(),
                        mail.stream().map(Email::thread).distinct().limit(Caller.MOST_THREADS).toList(), latest.id(),
                        latest.message().headers().subject(), latest.preview(), latest.receivedAt(),
                        latest.message().testimony()));
            });
        }
        callers.sort(Comparator.comparing(Caller::receivedAt).reversed());
        return callers.subList(0, Math.min(atMost, callers.size()));
    }
}
