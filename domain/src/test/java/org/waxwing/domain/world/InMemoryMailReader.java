package org.waxwing.domain.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.TrustedServers;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.AccountLabel;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.reading.ThreadView;
import org.waxwing.domain.reading.Window;

final class InMemoryMailReader implements MailReader {
    private static final int MOST_PARTICIPANTS = 6;
    private static final int MOST_MESSAGES = 200;
    // as databases do: a UUID is sixteen unsigned bytes
    private static final Comparator<UUID> BY_BYTES = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };
    private static final Comparator<ListPosition> LATEST_FIRST = Comparator.comparing(ListPosition::at)
            .thenComparing(ListPosition::id, BY_BYTES).reversed();

    private static final Comparator<Keyword> BY_NAME = Comparator.comparing(Keyword::name);

    private final InMemoryWorld world;

    InMemoryMailReader(InMemoryWorld world) {
        this.world = world;
    }

    /** A message with the folders that show it. */
    private record Shown(Tables.Message message, Set<Mailbox> folders) {
        ListPosition position() {
            return new ListPosition(message.email().receivedAt(), message.email().id().value());
        }

        boolean unread() {
            return !message.keywords().contains(Keyword.SEEN);
        }

        boolean in(MailboxRole role) {
            return folders.stream().anyMatch(it -> it.role() == role);
        }

        boolean listed() {
            return folders.stream().anyMatch(it -> it.role() != MailboxRole.JUNK && it.role() != MailboxRole.TRASH);
        }

        boolean in(MailView view) {
            return switch (view) {
                case IMBOX -> in(MailboxRole.INBOX);
                case STARRED -> listed() && message.keywords().contains(Keyword.FLAGGED);
                case DRAFTS -> in(MailboxRole.DRAFTS);
                case SENT -> in(MailboxRole.SENT);
                case ARCHIVE -> in(MailboxRole.ARCHIVE);
                case SPAM -> in(MailboxRole.JUNK);
                case TRASH -> in(MailboxRole.TRASH);
                case ALL -> listed();
            };
        }

        boolean in(Scope scope) {
            return switch (scope) {
                case Scope.AllAccounts(var view) -> in(view);
                case Scope.OneAccount(var account, var view) -> message.account().equals(account) && in(view);
                case Scope.OneMailbox(var mailbox) -> folders.stream().anyMatch(it -> it.id().equals(mailbox));
            };
        }

        Stream<Keyword> labels() {
            return message.keywords().stream().filter(Keyword::isLabel);
        }

        List<EmailAddress> participants() {
            var headers = message.email().message().headers();
            return in(MailboxRole.SENT) || in(MailboxRole.DRAFTS) ? headers.to() : headers.from();
        }
    }

    @Override
    public List<MailboxRow> mailboxes() {
        var rows = new ArrayList<MailboxRow>();
        var all = all();
        for (var account : world.accounts().all())
            for (var mailbox : world.tables().seen(account.id())) {
                var shown = all.stream().filter(it -> it.folders().contains(mailbox)).toList();
                rows.add(new MailboxRow(
                        mailbox, shown.size(), shown.stream().filter(Shown::unread).count()));
            }
        return rows;
    }

    @Override
    public Window<ThreadRow> threads(ListQuery query) {
        var rows = new ArrayList<ThreadRow>();
        conversations().forEach((id, messages) -> {
            var inScope = messages.stream().filter(it -> it.in(query.scope())).toList();
            if (!inScope.isEmpty() && (!query.unreadOnly() || inScope.stream().anyMatch(Shown::unread)))
                rows.add(row(id, messages, inScope.getFirst().message().email().receivedAt()));
        });
        return window(rows, query, ThreadRow::position);
    }

    private static ThreadRow row(ThreadId id, List<Shown> latestFirst, Instant lastInScope) {
        var participants = new LinkedHashMap<String, EmailAddress>();
        for (var it : latestFirst)
            for (var who : it.participants())
                if (participants.size() < MOST_PARTICIPANTS) participants.putIfAbsent(who.key(), who);
        var latest = latestFirst.getFirst().message();
        return new ThreadRow(
                id,
                latest.account(),
                subject(latestFirst),
                latest.email().preview(),
                List.copyOf(participants.values()),
                latestFirst.size(),
                (int) latestFirst.stream().filter(Shown::unread).count(),
                latestFirst.stream().anyMatch(it -> it.message().keywords().contains(Keyword.FLAGGED)),
                latestFirst.stream()
                        .anyMatch(it -> it.message().email().message().attachments().stream()
                                .anyMatch(file -> !file.inline())),
                latestFirst.stream().flatMap(Shown::labels).distinct().sorted(BY_NAME).toList(),
                lastInScope);
    }

    private static UntrustedText subject(List<Shown> latestFirst) {
        return latestFirst.getLast().message().email().message().headers().subject();
    }

    @Override
    public List<AccountLabel> labels() {
        var all = all();
        var labels = new ArrayList<AccountLabel>();
        for (var account : world.accounts().all())
            all.stream()
                    .filter(it -> it.message().account().equals(account.id()))
                    .flatMap(Shown::labels)
                    .distinct()
                    .sorted(BY_NAME)
                    .forEach(label -> labels.add(new AccountLabel(account.id(), label)));
        return labels;
    }

    @Override
    public long unread(Scope scope) {
        return all().stream()
                .filter(it -> it.in(scope) && it.unread())
                .map(it -> it.message().email().thread())
                .distinct()
                .count();
    }

    @Override
    public Optional<ThreadView> thread(ThreadId id) {
        var messages = conversations().get(id);
        if (messages == null) return Optional.empty();
        var views = messages.stream().limit(MOST_MESSAGES).map(this::view).toList();
        return Optional.of(new ThreadView(
                id, messages.getFirst().message().account(), subject(messages), views.reversed()));
    }

    @Override
    public Window<EmailView> emails(ListQuery query) {
        var views = all().stream()
                .filter(it -> it.in(query.scope()) && (!query.unreadOnly() || it.unread()))
                .map(this::view)
                .toList();
        return window(views, query, EmailView::position);
    }

    @Override
    public Optional<EmailView> email(EmailId id) {
        return all().stream()
                .filter(it -> it.message().email().id().equals(id))
                .findFirst()
                .map(this::view);
    }

    @Override
    public List<EmailView> emails(MessageId header) {
        return all().stream()
                .filter(it -> it.message().email().message().headers().messageId().contains(header))
                .sorted(Comparator.comparing(Shown::position, LATEST_FIRST))
                .map(this::view)
                .toList();
    }

    @Override
    public Optional<UntrustedText> html(EmailId id) {
        return all().stream()
                .filter(it -> it.message().email().id().equals(id))
                .map(it -> it.message().email().message().html())
                .filter(html -> !html.value().isEmpty())
                .findFirst();
    }

    private Authentication authentication(Shown shown) {
        var account = world.accounts().account(shown.message().account()).orElseThrow();
        var message = shown.message().email().message();
        return Authentication.of(
                message.testimony(),
                TrustedServers.of(account.incoming().host(), account.address().domain()),
                message.headers().from().isEmpty() ? "" : message.headers().from().getFirst().domain());
    }

    private EmailView view(Shown shown) {
        var email = shown.message().email();
        return new EmailView(
                email.id(),
                email.thread(),
                shown.message().account(),
                shown.folders().stream().map(Mailbox::id).collect(Collectors.toSet()),
                email.message().headers(),
                email.receivedAt(),
                email.size(),
                email.preview(),
                email.message().text().clipped(EmailView.MOST_TEXT),
                !email.message().html().value().isEmpty(),
                shown.message().keywords(),
                email.message().attachments(),
                email.message().protection(),
                email.source(),
                authentication(shown));
    }

    private static <T> Window<T> window(List<T> rows, ListQuery query, Function<T, ListPosition> position) {
        var behind = rows.stream()
                .filter(it -> LATEST_FIRST.compare(position.apply(it), query.after()) > 0)
                .sorted(Comparator.comparing(position, LATEST_FIRST))
                .toList();
        return new Window<>(
                behind.subList(0, Math.min(query.limit(), behind.size())), behind.size() > query.limit());
    }

    private Map<ThreadId, List<Shown>> conversations() {
        return all().stream()
                .sorted(Comparator.comparing(Shown::position, LATEST_FIRST))
                .collect(Collectors.groupingBy(it -> it.message().email().thread()));
    }

    private List<Shown> all() {
        var tables = world.tables();
        var shown = tables.shown();
        var seen = new HashMap<MailboxId, Mailbox>();
        for (var account : world.accounts().all())
            for (var mailbox : tables.seen(account.id())) seen.put(mailbox.id(), mailbox);
        return tables.messages.values().stream()
                .filter(it -> world.sees(it.account()))
                .map(it -> new Shown(
                        it, folders(seen, shown.getOrDefault(it.email().id(), Map.of()).keySet())))
                .toList();
    }

    private static Set<Mailbox> folders(Map<MailboxId, Mailbox> seen, Set<MailboxId> ids) {
        return ids.stream().map(seen::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
