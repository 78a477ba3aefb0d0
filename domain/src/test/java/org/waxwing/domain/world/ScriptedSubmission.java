package org.waxwing.domain.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Envelope;
import org.waxwing.domain.sending.MailSubmission;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** A submission server in memory, told by a test how it behaves. Whoever asks it from within a transaction has a bug. */
public final class ScriptedSubmission implements MailSubmission {
    /** How it behaves. */
    public enum Manner {
        TAKES,
        TAKES_NO_EMPTY_RETURN_PATH,
        REFUSES_SIGN_IN,
        REFUSES_RECIPIENT,
        REFUSES_CONTENT,
        BUSY,
        BUSY_AFTER_ALL,
        GOES_AWAY_IN_THE_MIDDLE,
        TAKES_AND_GOES_AWAY
    }

    /** A message that it has taken. */
    public record Taken(String from, List<String> to, String message) {}

    private final BooleanSupplier inTransaction;
    private final List<Taken> taken = new ArrayList<>();
    private Manner manner = Manner.TAKES;
    private Runnable beforeTheLastWord = () -> {};

    public ScriptedSubmission(BooleanSupplier inTransaction) {
        this.inTransaction = inTransaction;
    }

    /** From now on. */
    public void behaves(Manner how) {
        manner = how;
    }

    /** What happens, once, when it has everything of a message but the last word. */
    public void beforeTheLastWord(Runnable event) {
        beforeTheLastWord = event;
    }

    /** What it has taken, in order. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public Outcome submit(
            ServerEndpoint server, SignIn signIn, Envelope envelope, RawMessage message, LastWord lastWord) {
        if (inTransaction.getAsBoolean()) throw new IllegalStateException("A server is asked within a transaction");
        switch (manner) {
            case REFUSES_SIGN_IN -> throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
            case BUSY -> throw new MailProviderException(ConnectionProblem.THROTTLED);
            case REFUSES_RECIPIENT -> {
                return new Outcome.Refused(Trouble.RECIPIENT_REFUSED);
            }
            case GOES_AWAY_IN_THE_MIDDLE -> throw new MailProviderException(ConnectionProblem.CONNECTION_LOST);
            case TAKES, TAKES_NO_EMPTY_RETURN_PATH, REFUSES_CONTENT, BUSY_AFTER_ALL, TAKES_AND_GOES_AWAY -> {
            }
        }
        var text = text(message);
        var event = beforeTheLastWord;
        beforeTheLastWord = () -> {};
        event.run();
        if (!lastWord.maySay()) return new Outcome.Withheld();
        return switch (manner) {
            case REFUSES_CONTENT -> new Outcome.Refused(Trouble.CONTENT_REFUSED);
            case BUSY_AFTER_ALL -> new Outcome.Later(Trouble.BUSY);
            default -> {
                boolean empty = manner != Manner.TAKES_NO_EMPTY_RETURN_PATH;
                var from = envelope.from().stream().filter(it -> empty || !it.isEmpty()).findFirst().orElseThrow();
                taken.add(new Taken(from, envelope.to().stream().map(it -> it.address()).toList(), text));
                yield manner == Manner.TAKES_AND_GOES_AWAY
                        ? new Outcome.Uncertain()
                        : new Outcome.Accepted(List.of());
            }
        };
    }

    private static String text(RawMessage message) {
        try (var bytes = message.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
