package org.waxwing.domain.sending;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the history of a message tells of an errand: how it stands, why, and to whom.
 *
 * @param why names of objections, or of a {@link Trouble}; may be empty
 * @param to an address; may be empty
 */
public record SendingNote(Stage stage, List<String> why, String to) {
    /** How it stands. */
    public enum Stage {
        /** It was not written: something speaks against it. */
        WITHHELD,
        /** It is on its way. */
        WAITING,
        SENT,
        FAILED,
        UNCERTAIN
    }

    public SendingNote {
        why = List.copyOf(why);
    }

    /** One that was not written. */
    public static SendingNote withheld(Collection<? extends Enum<?>> objections, String to) {
        return new SendingNote(Stage.WITHHELD, objections.stream().sorted().map(Enum::name).toList(), to);
    }

    /** How an errand stands. */
    public static SendingNote of(Errand errand) {
        var stage = switch (errand.state()) {
            case WAITING, TRYING, ENDING -> Stage.WAITING;
            case SENT -> Stage.SENT;
            case FAILED -> Stage.FAILED;
            case UNCERTAIN -> Stage.UNCERTAIN;
        };
        var to = switch (errand.task()) {
            case Task.Mail mail -> mail.to().address();
            // it may hold a key
            case Task.Webhook hook -> Optional.ofNullable(hook.address().getHost()).orElse("");
        };
        return new SendingNote(
                stage, errand.trouble() == Trouble.NONE ? List.of() : List.of(errand.trouble().name()), to);
    }

    /** As it stands in the history: {@code withheld list,bulk carol@example.org}. */
    public String written() {
        var reasons = why.isEmpty() ? "-" : why.stream().map(SendingNote::lower).collect(Collectors.joining(","));
        return (lower(stage.name()) + " " + reasons + " " + to).strip();
    }

    /** What {@link #written} has written; nothing when it is something else. */
    public static Optional<SendingNote> read(String detail) {
        var parts = detail.split(" ", 3);
        return Arrays.stream(Stage.values())
                .filter(it -> lower(it.name()).equals(parts[0]) && parts.length > 1)
                .findFirst()
                .map(it -> new SendingNote(
                        it,
                        parts[1].equals("-") ? List.of() : List.of(parts[1].toUpperCase(Locale.ROOT).split(",", -1)),
                        parts.length > 2 ? parts[2] : ""));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
