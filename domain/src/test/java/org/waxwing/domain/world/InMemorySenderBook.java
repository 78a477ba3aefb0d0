package org.waxwing.domain.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.Contact;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.screening.Familiarity;
import org.waxwing.domain.screening.SenderBook;

final class InMemorySenderBook implements SenderBook {
    private final InMemoryWorld world;

    InMemorySenderBook(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void note(AccountId account, Collection<Correspondence> messages) {
        world.mustSee(account);
        for (var it : messages) {
            var message = world.tables().messages.get(it.email());
            if (message == null || !message.account().equals(account)) continue;
            boolean news = world.tables().notes.add(
                    new Tables.Note(account, it.with().key(), it.direction(), message.email().source()));
            if (news) spell(account, it);
        }
    }

    @Override
    public Set<String> writtenTo(AccountId account, int most) {
        if (!world.sees(account)) return Set.of();
        return world.tables().notes.stream()
                .filter(it -> it.account().equals(account) && it.direction() == Direction.SENT)
                .map(it -> EmailAddress.of(it.address()).domain())
                .distinct()
                .limit(most)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Acquaintance> known(AccountId account, Collection<EmailAddress> addresses) {
        var known = new HashMap<String, Acquaintance>();
        for (var address : addresses)
            known.put(address.key(), new Acquaintance(
                    count(account, address, Direction.RECEIVED), count(account, address, Direction.SENT)));
        return known;
    }

    @Override
    public Map<String, Familiarity> familiar(Collection<EmailAddress> addresses) {
        var familiar = new HashMap<String, Familiarity>();
        for (var address : addresses) {
            var received = notes(address, Direction.RECEIVED);
            var sent = notes(address, Direction.SENT);
            boolean answered = received.stream().anyMatch(theirs -> sent.stream().anyMatch(
                    own -> own.account().equals(theirs.account()) && answers(own, theirs)));
            familiar.put(address.key(), new Familiarity(
                    received.size(), sent.size(), answered,
                    received.stream().flatMap(it -> email(it).stream()).map(Email::receivedAt)
                            .min(Comparator.naturalOrder()).stream().toList()));
        }
        return familiar;
    }

    private List<Tables.Note> notes(EmailAddress address, Direction direction) {
        return world.tables().notes.stream()
                .filter(it -> world.sees(it.account()) && it.address().equals(address.key())
                        && it.direction() == direction)
                .toList();
    }

    private Optional<Email> email(Tables.Note note) {
        return world.tables().messages.values().stream()
                .filter(it -> it.account().equals(note.account()) && it.email().source().equals(note.message()))
                .map(Tables.Message::email)
                .findFirst();
    }

    private boolean answers(Tables.Note own, Tables.Note theirs) {
        var answer = email(own);
        var question = email(theirs);
        return answer.isPresent() && question.isPresent() && !answer.equals(question)
                && answer.get().thread().equals(question.get().thread())
                && !question.get().receivedAt().isAfter(answer.get().receivedAt());
    }

    @Override
    public Set<String> writtenAt(Collection<String> domains) {
        return world.tables().notes.stream()
                .filter(it -> world.sees(it.account()) && it.direction() == Direction.SENT)
                .map(it -> EmailAddress.of(it.address()).domain())
                .filter(domains::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Contact> find(String typed, int limit) {
        var words = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        var found = new LinkedHashMap<String, Contact>();
        world.tables().spelt.forEach((known, spelt) -> {
            if (!world.sees(known.account())) return;
            var text = (spelt.as().name().value() + " " + known.address()).toLowerCase(Locale.ROOT);
            if (!words.stream().allMatch(text::contains)) return;
            var here = new Contact(
                    spelt.as(),
                    count(known.account(), spelt.as(), Direction.RECEIVED),
                    count(known.account(), spelt.as(), Direction.SENT),
                    spelt.at());
            found.merge(known.address(), here, InMemorySenderBook::together);
        });
        return found.values().stream()
                .sorted(Comparator.<Contact, Boolean>comparing(it -> it.sent() == 0)
                        .thenComparingLong(it -> -it.sent() - it.received())
                        .thenComparing(Contact::lastAt, Comparator.reverseOrder())
                        .thenComparing(it -> it.address().key()))
                .limit(limit)
                .toList();
    }

    private static Contact together(Contact one, Contact other) {
        if (one.lastAt().isBefore(other.lastAt())) return together(other, one);
        return new Contact(
                one.address().name().isBlank() ? other.address() : one.address(),
                one.received() + other.received(),
                one.sent() + other.sent(),
                one.lastAt());
    }

    private void spell(AccountId account, Correspondence message) {
        var key = new Tables.Known(account, message.with().key());
        var as = new EmailAddress(message.with().name().onOneLine(), message.with().key());
        var before = world.tables().spelt.get(key);
        if (before == null) {
            world.tables().spelt.put(key, new Tables.Spelt(as, message.at()));
            return;
        }
        boolean later = before.at().isBefore(message.at());
        boolean renamed = !as.name().isBlank() && (later || before.as().name().isBlank());
        world.tables().spelt.put(key, new Tables.Spelt(
                renamed ? as : before.as(), later ? message.at() : before.at()));
    }

    private long count(AccountId account, EmailAddress address, Direction direction) {
        if (!world.sees(account)) return 0;
        return world.tables().notes.stream()
                .filter(it -> it.account().equals(account)
                        && it.address().equals(address.key())
                        && it.direction() == direction)
                .count();
    }
}
