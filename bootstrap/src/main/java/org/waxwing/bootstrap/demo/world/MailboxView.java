package org.waxwing.bootstrap.demo.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.bootstrap.demo.mime.HeaderText;

/** What of the world one owner has: which messages, in which folder, read, answered or flagged. */
final class MailboxView {
    private static final Duration LATELY = Duration.ofDays(4);
    private static final Duration JUST_NOW = Duration.ofHours(5);

    private final DemoOwner owner;
    private final Instant now;
    private final Fingerprint chance;
    private final List<Written> mine;

    MailboxView(DemoOwner owner, Instant now, Fingerprint chance, List<Written> world) {
        this.owner = owner;
        this.now = now;
        this.chance = chance;
        this.mine = world.stream().filter(this::concernsMe).toList();
    }

    private boolean concernsMe(Written written) {
        var letter = written.letter();
        var draft = letter.first("D");
        if (draft.isPresent()) return draft.get().equals(owner.login());
        return letter.isFrom(owner) || letter.reaches(owner);
    }

    /** Oldest first. */
    List<DemoMessage> messages() {
        var messages = new ArrayList<DemoMessage>();
        for (var written : mine) messages.add(message(written));
        messages.sort(Comparator.comparing(DemoMessage::received));
        return messages;
    }

    private DemoMessage message(Written written) {
        var letter = written.letter();
        var received = letter.date().plusSeconds(2 + chance.below(8, letter.id() + owner));
        var headers = new ArrayList<String>();
        if (!letter.isFrom(owner)) headers.addAll(TraceHeaders.of(letter, owner, received, chance));
        headers.addAll(written.headers());
        var draft = letter.first("D").isPresent();
        if (draft) headers.add(HeaderText.line("X-Draft-Of", owner.address()));
        return new DemoMessage(
                folder(letter), written.messageId(), received.toInstant(), flags(letter),
                written.content().toMessage(headers));
    }

    private String folder(Letter letter) {
        if (letter.first("D").isPresent()) return "Drafts";
        if (letter.isFrom(owner)) return "Sent";
        var own = named(letter, "F");
        if (own.isPresent()) return own.get();
        var ofStory = named(letter, "G");
        if (ofStory.isPresent() && isOlderThan(letter, 12)) return ofStory.get();
        if (MachineMail.isNewsletter(letter)) {
            if (!isOlderThan(letter, 45)) return "INBOX";
            return switch (chance.below(5, letter.id() + "filed")) {
                case 0 -> "Trash";
                case 1, 2 -> owner.archive();
                default -> "INBOX";
            };
        }
        if (!isOlderThan(letter, 110)) return "INBOX";
        return chance.below(5, letter.story() + owner) == 0 ? "INBOX" : owner.archive();
    }

    /** Folders are given as {@code alice=Projekte/Nordhafen; bob=Messe}. */
    private Optional<String> named(Letter letter, String directive) {
        for (var part : letter.first(directive).orElse("").split(";", -1)) {
            var word = part.strip();
            if (word.startsWith(owner.login() + "=")) return Optional.of(word.substring(owner.login().length() + 1));
        }
        return Optional.empty();
    }

    private boolean isOlderThan(Letter letter, int days) {
        return letter.date().toInstant().isBefore(now.minus(Duration.ofDays(days)));
    }

    private Set<String> flags(Letter letter) {
        var flags = new HashSet<String>();
        if (letter.first("D").isPresent()) flags.addAll(Set.of("\\Draft", "\\Seen"));
        if (isAnswered(letter)) flags.addAll(Set.of("\\Answered", "\\Seen"));
        if (isForwarded(letter)) flags.addAll(Set.of("$Forwarded", "\\Seen"));
        var marks = letter.first("X").orElse("");
        if (marks.contains("flag:" + owner.login())) flags.add("\\Flagged");
        if (isSeen(letter) && !marks.contains("unread:" + owner.login())) flags.add("\\Seen");
        return flags;
    }

    private boolean isSeen(Letter letter) {
        if (letter.isFrom(owner)) return true;
        var age = Duration.between(letter.date().toInstant(), now);
        if (age.compareTo(JUST_NOW) < 0) return false;
        if (age.compareTo(LATELY) > 0) return true;
        return chance.below(100, letter.id() + "seen" + owner) < 45;
    }

    private boolean isAnswered(Letter letter) {
        return mine.stream().map(Written::letter).anyMatch(other -> other.isFrom(owner) && other.repliesTo(letter));
    }

    private boolean isForwarded(Letter letter) {
        return mine.stream().map(Written::letter).anyMatch(other -> other.isFrom(owner) && other.forwards(letter));
    }
}
