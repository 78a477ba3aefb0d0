package org.waxwing.web.rest.mailbox;

import org.waxwing.application.change.CreateMailbox;
import org.waxwing.application.change.DropMailbox;
import org.waxwing.application.change.RenameMailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** What to tell somebody who changed a folder. */
final class MailboxOutcome {
    private static final String NOT_A_NAME = "A folder cannot be called that. Levels are parted by /, and none is empty.";

    private MailboxOutcome() {}

    static MailboxId created(CreateMailbox.Result result) {
        return switch (result) {
            case CreateMailbox.Result.Created(var mailbox) -> mailbox;
            case CreateMailbox.Result.AlreadyThere(var mailbox) -> throw alreadyThere();
            case CreateMailbox.Result.NotAName() -> throw ProblemException.invalid("path", NOT_A_NAME);
            case CreateMailbox.Result.NoSuchAccount() -> throw ProblemException.invalid(
                    "accountId", "There is no such account.");
        };
    }

    static void check(RenameMailbox.Result result) {
        switch (result) {
            case RenameMailbox.Result.Renamed() -> {
            }
            case RenameMailbox.Result.AlreadyThere() -> throw alreadyThere();
            case RenameMailbox.Result.NotAName() -> throw ProblemException.invalid("path", NOT_A_NAME);
            case RenameMailbox.Result.NotAllowed() -> throw new ProblemException(
                    ProblemType.NOT_POSSIBLE, "The inbox keeps its name.");
            case RenameMailbox.Result.NoSuchMailbox() -> throw ProblemException.notFound();
        }
    }

    static void checkRole(boolean chosen) {
        if (!chosen)
            throw new ProblemException(ProblemType.NOT_POSSIBLE, "The inbox stays the inbox.");
    }

    static void check(DropMailbox.Result result) {
        switch (result) {
            case DropMailbox.Result.Dropped() -> {
            }
            case DropMailbox.Result.NotEmpty(var messages) -> throw new ProblemException(
                    ProblemType.NOT_EMPTY,
                    "There are " + messages + " messages in it. With withMail=true they go to the trash.");
            case DropMailbox.Result.NotAllowed() -> throw new ProblemException(
                    ProblemType.NOT_POSSIBLE,
                    "A folder that mail programs need stays, and so does one with others below it.");
            case DropMailbox.Result.NoSuchMailbox() -> throw ProblemException.notFound();
        }
    }

    private static ProblemException alreadyThere() {
        return new ProblemException(ProblemType.ALREADY_THERE, "Please choose another name.");
    }
}
