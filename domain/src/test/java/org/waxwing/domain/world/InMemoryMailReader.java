package org.waxwing.domain.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
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
import org.waxwing.domain.reading.EmailLine;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadOutline;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.reading.ThreadView;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Filing;
import org.waxwing.domain.sorting.Shelf;
import org.waxwing.domain.triage.Standing;

final class InMemoryMailReader implements MailReader {
    private static final int MOST_PARTICIPANTS = 6;
    private static final int MOST_MESSAGES = 200;
    // as databases do: a UUID is sixteen unsigned bytes
    static final Comparator<UUID> BY_BYTES = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };
    private static final Comparator<ListPosition> LATEST_FIRST = Comparator.comparing(ListPosition::at)
            .thenComparing(ListPosition::id, BY_BYTES).reversed();

    private static final Comparator<Keyword> BY_NAME = Comparator.comparing(Keyword::name);

    private static final Set<MailView> SHELVES = EnumSet.of(
            MailView.IMBOX, MailView.FEED, MailView.PAPER_TRAIL, MailView.SCREENER, MailView.SCREENED_OUT);

    private final InMemoryWorld world;

    InMemoryMailReader(InMemoryWorld world) {
        this.world = world;
    }

    /** A message with the folders that show it. */
    private record Shown(
            Tables.Message message, Set<Mailbox> folders, Standing standing, Shelf shelf, Category category) {
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
                case IMBOX -> isOn(Shelf.IMBOX);
                case FEED -> isOn(Shelf.FEED);
                case PAPER_TRAIL -> isOn(Shelf.PAPER_TRAIL);
                case SCREENER -> isOn(Shelf.SCREENER);
                case SCREENED_OUT -> isOn(Shelf.OUT);
                case STARRED -> listed() && message.keywords().contains(Keyword.FLAGGED);
                case DRAFTS -> in(MailboxRole.DRAFTS);
                case SENT -> in(MailboxRole.SENT);
                case ARCHIVE -> in(MailboxRole.ARCHIVE);
                case SPAM -> in(MailboxRole.JUNK);
                case TRASH -> in(MailboxRole.TRASH);
                case ALL -> listed();
                case LATER -> listed() && isOn(Standing.Pile.LATER);
                case SET_ASIDE -> listed() && isOn(Standing.Pile.SET_ASIDE);
                case SNOOZED -> listed() && standing.place() instanceof Standing.Place.Snoozed;
            };
        }

        private boolean isOn(Shelf which) {
            return in(MailboxRole.INBOX) && !standing.isAway() && shelf == which;
        }

        private boolean isOn(Standing.Pile pile) {
            return standing.place() instanceof Standing.Place.OnPile(var which, var since) && which == pile;
        }

        boolean in(Scope scope) {
            return switch (scope) {
                case Scope.AllAccounts(var view) -> in(view);
                case Scope.OneAccount(var account, var view) -> message.account().equals(account) && in(view);
                case Scope.OneMailbox(var mailbox) -> folders.stream().anyMatch(it -> it.id().equals(mailbox));
                case Scope.AllLabelled(var label) -> listed() && message.keywords().contains(label);
                case Scope.OneLabelled(var account, var label) ->
                    message.account().equals(account) && listed() && message.keywords().contains(label);
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
        return window(rows(query.scope(), query.unreadOnly()), query, ThreadRow::position);
    }

    /** All conversations of a list, in no order. */
    List<ThreadRow> rows(Scope scope, boolean unreadOnly) {
        var rows = new ArrayList<ThreadRow>();
        var view = view(scope);
        conversations().forEach((id, messages) -> {
            var standing = messages.getFirst().standing();
            var inScope = new ArrayList<>(messages.stream().filter(it -> it.in(scope)).toList());
            boolean held = inScope.isEmpty() && isHeldIn(scope, messages);
            boolean news = inScope.stream().anyMatch(Shown::unread)
                    || (SHELVES.contains(view) && standing.isFresh());
            if (held) inScope.addAll(messages.stream().filter(Shown::listed).toList());
            if (inScope.isEmpty() || (unreadOnly && !news)) return;
            var latest = inScope.getFirst().message().email().receivedAt();
            rows.add(row(id, messages, latest, order(view, standing, latest)));
        });
        return rows;
    }

    private static MailView view(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> view;
            case Scope.OneAccount(var account, var view) -> view;
            case Scope.OneMailbox(var mailbox) -> MailView.ALL;
            case Scope.AllLabelled(var label) -> MailView.ALL;
            case Scope.OneLabelled(var account, var label) -> MailView.ALL;
        };
    }

    private static boolean isHeldIn(Scope scope, List<Shown> messages) {
        var it = messages.getFirst();
        boolean here = switch (scope) {
            case Scope.AllAccounts(var view) -> view == MailView.IMBOX;
            case Scope.OneAccount(var account, var view) ->
                view == MailView.IMBOX && it.message().account().equals(account);
            case Scope.OneMailbox(var mailbox) -> false;
            case Scope.AllLabelled(var label) -> false;
            case Scope.OneLabelled(var account, var label) -> false;
        };
        return here && !it.standing().isAway()
                && it.standing().comeback() instanceof Standing.Comeback.Came(var at, var seen, var held) && held
                && messages.stream().noneMatch(message -> message.in(MailboxRole.INBOX));
    }

    private static Instant order(MailView view, Standing standing, Instant latest) {
        return switch (view) {
            case IMBOX, FEED, PAPER_TRAIL, SCREENER, SCREENED_OUT ->
                standing.comeback() instanceof Standing.Comeback.Came(var at, var seen, var held)
                        && at.isAfter(latest) ? at : latest;
            case LATER, SET_ASIDE -> standing.place() instanceof Standing.Place.OnPile(var pile, var since)
                    ? since
                    : latest;
            // the next one comes first: as far before 1970 as it is after it
            case SNOOZED -> standing.place() instanceof Standing.Place.Snoozed(var since, var until)
                    ? Instant.EPOCH.minus(Duration.between(Instant.EPOCH, until))
                    : latest;
            case STARRED, DRAFTS, SENT, ARCHIVE, SPAM, TRASH, ALL -> latest;
        };
    }

    private static List<EmailAddress> participants(List<Shown> latestFirst) {
        var participants = new LinkedHashMap<String, EmailAddress>();
        for (var it : latestFirst)
            for (var who : it.participants())
                if (participants.size() < MOST_PARTICIPANTS) participants.putIfAbsent(who.key(), who);
        return List.copyOf(participants.values());
    }

    private static ThreadRow row(ThreadId id, List<Shown> latestFirst, Instant lastInScope, Instant at) {
        var latest = latestFirst.getFirst().message();
        return new ThreadRow(
                id,
                latest.account(),
                subject(latestFirst),
                latest.email().preview(),
                participants(latestFirst),
                latestFirst.size(),
                (int) latestFirst.stream().filter(Shown::unread).count(),
                latestFirst.stream().anyMatch(it -> it.message().keywords().contains(Keyword.FLAGGED)),
                latestFirst.stream()
                        .anyMatch(it -> it.message().email().message().attachments().stream()
                                .anyMatch(file -> !file.inline())),
                latestFirst.stream().flatMap(Shown::labels).distinct().sorted(BY_NAME).toList(),
                lastInScope,
                at,
                latestFirst.getFirst().standing(),
                latestFirst.getFirst().category());
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
                    .filter(it -> it.message().account().equals(account.id()) && it.listed())
                    .flatMap(Shown::labels)
                    .distinct()
                    .sorted(BY_NAME)
                    .forEach(label -> {
                        var scope = new Scope.OneLabelled(account.id(), label);
                        labels.add(new AccountLabel(account.id(), label, total(scope), unread(scope)));
                    });
        return labels;
    }

    @Override
    public long unread(Scope scope) {
        return rows(scope, true).size();
    }

    @Override
    public long total(Scope scope) {
        return rows(scope, false).size();
    }

    @Override
    public Map<MailView, PutAway> putAway(Optional<AccountId> account) {
        var all = new EnumMap<MailView, PutAway>(MailView.class);
        for (var view : List.of(MailView.LATER, MailView.SET_ASIDE, MailView.SNOOZED))
            all.put(view, new PutAway(total(Scope.of(account, view)), unread(Scope.of(account, view))));
        return all;
    }

    @Override
    public Map<MailView, Long> unreadIn(Optional<AccountId> account, Collection<MailView> views) {
        return views.stream().distinct().collect(
                Collectors.toMap(view -> view, view -> view == MailView.SCREENER
                        ? total(Scope.of(account, view))
                        : unread(Scope.of(account, view))));
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
    public Optional<ThreadOutline> outline(ThreadId id, ListPosition before, int limit) {
        var messages = conversations().get(id);
        if (messages == null) return Optional.empty();
        var lines = messages.stream()
                .filter(it -> LATEST_FIRST.compare(it.position(), before) > 0)
                .limit(limit)
                .map(this::line)
                .toList();
        return Optional.of(new ThreadOutline(
                id,
                messages.getFirst().message().account(),
                subject(messages),
                messages.size(),
                participants(messages),
                messages.stream().flatMap(Shown::labels).distinct().sorted(BY_NAME).toList(),
                lines.reversed()));
    }

    private EmailLine line(Shown shown) {
        var view = view(shown);
        return new EmailLine(
                view.id(),
                view.mailboxes(),
                view.headers().from(),
                view.receivedAt(),
                view.preview(),
                view.attachments().stream().anyMatch(file -> !file.inline()),
                view.keywords(),
                view.authentication());
    }

    @Override
    public List<EmailView> emails(Collection<EmailId> ids) {
        return all().stream()
                .filter(it -> ids.contains(it.message().email().id()))
                .sorted(Comparator.comparing(Shown::position, LATEST_FIRST))
                .map(this::view)
                .toList();
    }

    @Override
    public Window<EmailView> emails(ListQuery query) {
        var views = all().stream()
                .filter(it -> it.in(query.scope()) && (!query.unreadOnly() || it.unread()))
                .map(it -> view(it).withoutText())
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

    @Override
    public Map<EmailId, UntrustedText> html(Collection<EmailId> ids) {
        var html = new HashMap<EmailId, UntrustedText>();
        ids.forEach(id -> html(id).ifPresent(it -> html.put(id, it)));
        return html;
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
                authentication(shown),
                world.tables().filings.getOrDefault(email.id(), Filing.UNSEEN).placement().category());
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
                        it, folders(seen, shown.getOrDefault(it.email().id(), Map.of()).keySet()),
                        tables.standings.getOrDefault(
                                new Tables.Stand(it.account(), it.email().thread()), Standing.USUAL),
                        tables.shelf(it.account(), it.email().thread(), shown).orElse(Shelf.IMBOX),
                        tables.categories.getOrDefault(it.email().thread(), Category.IMBOX)))
                .toList();
    }

    private static Set<Mailbox> folders(Map<MailboxId, Mailbox> seen, Set<MailboxId> ids) {
        return ids.stream().map(seen::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
