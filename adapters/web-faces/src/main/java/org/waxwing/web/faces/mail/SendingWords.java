package org.waxwing.web.faces.mail;

import java.util.stream.Collectors;
import org.waxwing.domain.sending.SendingNote;
import org.waxwing.web.faces.Phrases;

/** Puts into words what became of something that a rule wanted sent. */
record SendingWords(Phrases phrases) {
    /** @param deed what a rule does, in the words in which rules are made */
    String of(String deed, SendingNote note) {
        var why = note.why().stream().map(this::because).collect(Collectors.joining(", "));
        var what = (deed + " " + note.to()).strip();
        return switch (note.stage()) {
            case WITHHELD -> phrases.of("why.sending.withheld", what, why);
            case WAITING -> why.isEmpty()
                    ? phrases.of("why.sending.waiting", what)
                    : phrases.of("why.sending.waits", what, why);
            case SENT -> phrases.of("why.sending.sent", what);
            case FAILED -> phrases.of("why.sending.failed", what, why);
            case UNCERTAIN -> phrases.of("why.sending.uncertain", what, why);
        };
    }

    private String because(String reason) {
        return switch (reason) {
            case "LOOP" -> phrases.of("why.sending.because.loop");
            case "TOO_MANY_HOPS" -> phrases.of("why.sending.because.too-many-hops");
            case "AUTOMATIC" -> phrases.of("why.sending.because.automatic");
            case "NO_RETURN_PATH" -> phrases.of("why.sending.because.no-return-path");
            case "MACHINE_ADDRESS" -> phrases.of("why.sending.because.machine-address");
            case "LIST" -> phrases.of("why.sending.because.list");
            case "BULK" -> phrases.of("why.sending.because.bulk");
            case "UNWANTED" -> phrases.of("why.sending.because.unwanted");
            case "OWN_ADDRESS" -> phrases.of("why.sending.because.own-address");
            case "NO_ADDRESS" -> phrases.of("why.sending.because.no-address");
            case "NOT_ADDRESSED" -> phrases.of("why.sending.because.not-addressed");
            case "NOT_VERIFIED" -> phrases.of("why.sending.because.not-verified");
            case "ANSWERED_LATELY" -> phrases.of("why.sending.because.answered-lately");
            case "UNREACHABLE" -> phrases.of("why.sending.because.unreachable");
            case "NOT_PROTECTED" -> phrases.of("why.sending.because.not-protected");
            case "SIGN_IN_REFUSED" -> phrases.of("why.sending.because.sign-in-refused");
            case "NOT_ALLOWED" -> phrases.of("why.sending.because.not-allowed");
            case "BUSY" -> phrases.of("why.sending.because.busy");
            case "SENDER_REFUSED" -> phrases.of("why.sending.because.sender-refused");
            case "RECIPIENT_REFUSED" -> phrases.of("why.sending.because.recipient-refused");
            case "TOO_LARGE" -> phrases.of("why.sending.because.too-large");
            case "CONTENT_REFUSED" -> phrases.of("why.sending.because.content-refused");
            case "LETTERS_REFUSED" -> phrases.of("why.sending.because.letters-refused");
            case "ANSWER_LOST" -> phrases.of("why.sending.because.answer-lost");
            case "SOURCE_GONE" -> phrases.of("why.sending.because.source-gone");
            case "LIMIT" -> phrases.of("why.sending.because.limit");
            case "PROGRAM_REFUSED" -> phrases.of("why.sending.because.program-refused");
            // of another version
            default -> reason;
        };
    }
}
