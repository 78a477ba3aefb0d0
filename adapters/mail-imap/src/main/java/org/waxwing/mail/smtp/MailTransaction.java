package org.waxwing.mail.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sending.Envelope;
import org.waxwing.domain.sending.MailSubmission.LastWord;
import org.waxwing.domain.sending.MailSubmission.Outcome;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.MailProviderException;

/** One message over a line on which somebody has signed in (RFC 5321 §3.3). */
record MailTransaction(SmtpLine line, Extensions extensions, SmtpSettings settings, LastWord lastWord) {
    private static final int PIECE = 16 << 10;
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    /** @throws IOException the line broke, and the last word was not said */
    Outcome submit(Envelope envelope, RawMessage message) throws IOException {
        if (message.size() > extensions.largest()) return leaving(new Outcome.Refused(Trouble.TOO_LARGE));
        var without = new ArrayList<EmailAddress>();
        var paths = envelope.from().iterator();
        while (true) {
            var refused = opened(paths.next(), envelope, message, without);
            if (refused.isEmpty()) return data(message, without);
            // whoever asks to try later does not do so because of the path
            if (!(refused.get() instanceof Outcome.Refused) || !paths.hasNext()) return leaving(refused.get());
            line.ask("RSET");
        }
    }

    /** Many servers say only when they hear of recipients that they do not like the return path. */
    private Optional<Outcome> opened(
            String from, Envelope envelope, RawMessage message, List<EmailAddress> without) throws IOException {
        var refused = sender(from, envelope, message);
        return refused.isPresent() ? refused : recipients(envelope, without);
    }

    private Optional<Outcome> sender(String from, Envelope envelope, RawMessage message) throws IOException {
        var path = path(from);
        if (path.isEmpty()) return Optional.of(new Outcome.Refused(Trouble.LETTERS_REFUSED));
        var reply = line.ask("MAIL FROM:<" + path.get() + ">"
                + (extensions.has("SIZE") ? " SIZE=" + message.size() : "")
                + (extensions.has("8BITMIME") ? " BODY=8BITMIME" : "")
                + (needsLetters(envelope) && extensions.has("SMTPUTF8") ? " SMTPUTF8" : ""));
        if (reply.isGood()) return Optional.empty();
        if (reply.wantsSignIn()) throw new MailProviderException(ConnectionProblem.SIGN_IN_REFUSED);
        if (reply.saysLater()) return Optional.of(new Outcome.Later(Trouble.BUSY));
        return Optional.of(
                new Outcome.Refused(reply.saysTooLarge() ? Trouble.TOO_LARGE : Trouble.SENDER_REFUSED));
    }

    private Optional<Outcome> recipients(Envelope envelope, List<EmailAddress> without) throws IOException {
        boolean later = false;
        boolean letters = false;
        without.clear();
        for (var to : envelope.to()) {
            var path = path(to.address());
            var reply = path.isEmpty()
                    ? Optional.<Reply>empty()
                    : Optional.of(line.ask("RCPT TO:<" + path.get() + ">"));
            if (reply.filter(Reply::isGood).isPresent()) continue;
            without.add(to);
            later |= reply.filter(Reply::saysLater).isPresent();
            letters |= path.isEmpty();
        }
        if (without.size() < envelope.to().size()) return Optional.empty();
        if (later) return Optional.of(new Outcome.Later(Trouble.BUSY));
        return Optional.of(new Outcome.Refused(letters ? Trouble.LETTERS_REFUSED : Trouble.RECIPIENT_REFUSED));
    }

    private Outcome data(RawMessage message, List<EmailAddress> without) throws IOException {
        var reply = line.ask("DATA");
        if (reply.saysLater()) return leaving(new Outcome.Later(Trouble.BUSY));
        if (!reply.asksForMore()) return leaving(new Outcome.Refused(Trouble.CONTENT_REFUSED));
        var stuffing = new DotStuffing(line.out());
        try (var bytes = open(message)) {
            var piece = new byte[PIECE];
            for (int n = read(bytes, piece); n >= 0; n = read(bytes, piece)) stuffing.write(piece, n);
        }
        stuffing.finish();
        line.out().flush();
        line.patience(settings.lastTimeout());
        if (!lastWord.maySay()) return new Outcome.Withheld();
        return last(without);
    }

    /** Behind this the message may have been taken, whatever happens. */
    private Outcome last(List<EmailAddress> without) {
        Reply reply;
        try {
            reply = line.ask(".");
        } catch (IOException e) {
            return new Outcome.Uncertain();
        }
        if (reply.isGood()) return leaving(new Outcome.Accepted(without));
        if (reply.saysLater()) return leaving(new Outcome.Later(Trouble.BUSY));
        if (reply.asksForMore()) return new Outcome.Uncertain();
        return leaving(new Outcome.Refused(reply.saysTooLarge() ? Trouble.TOO_LARGE : Trouble.CONTENT_REFUSED));
    }

    /** Says goodbye as far as the server takes part. */
    private Outcome leaving(Outcome outcome) {
        try {
            line.patience(TO_LEAVE);
            line.ask("QUIT");
        } catch (IOException e) {
            // what it has said before holds
            return outcome;
        }
        return outcome;
    }

    // that the message cannot be read must not look as if the server had gone
    private static InputStream open(RawMessage message) {
        try {
            return message.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int read(InputStream bytes, byte[] piece) {
        try {
            return bytes.read(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean needsLetters(Envelope envelope) {
        return envelope.from().stream().anyMatch(it -> !isAscii(it))
                || envelope.to().stream().anyMatch(it -> !isAscii(it.address()));
    }

    /** An address as this server takes it; nothing when it cannot (RFC 6531 §3.2). */
    private Optional<String> path(String address) {
        if (isAscii(address) || extensions.has("SMTPUTF8")) return Optional.of(address);
        int at = address.lastIndexOf('@');
        var local = address.substring(0, Math.max(0, at));
        if (!isAscii(local)) return Optional.empty();
        try {
            return Optional.of(local + "@" + IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
