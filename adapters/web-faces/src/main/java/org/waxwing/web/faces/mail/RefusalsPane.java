package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.waxwing.application.change.ListRefusals;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Words;

/** What mail servers refused to do, until it is put away. */
@Named
@RequestScoped
public class RefusalsPane {
    @Inject
    CurrentUser user;

    @Inject
    ListRefusals listRefusals;

    @Inject
    Words words;

    /** One of them, as a sentence. */
    public record Notice(String id, String sentence) {
        static Notice of(Refused refused, Phrases phrases) {
            var subject = refused.subject().onOneLine().value();
            var what = phrases.of(
                    what(refused.what()),
                    subject.isEmpty() ? phrases.of("row.subject.none") : subject,
                    Math.max(0, refused.count() - 1));
            return new Notice(
                    refused.id().toString(), phrases.of("refusal.sentence", what, phrases.of(why(refused.why()))));
        }

        private static String what(Refused.What what) {
            return switch (what) {
                case MARK -> "refusal.mark";
                case MOVE -> "refusal.move";
                case DELETE -> "refusal.delete";
                case CREATE_FOLDER -> "refusal.create-folder";
                case RENAME_FOLDER -> "refusal.rename-folder";
                case DROP_FOLDER -> "refusal.drop-folder";
            };
        }

        private static String why(RemoteChange.Refusal why) {
            return switch (why) {
                case OVER_QUOTA -> "refusal.why.over-quota";
                case NOT_PERMITTED -> "refusal.why.not-permitted";
                case NO_SUCH_MAILBOX -> "refusal.why.no-such-mailbox";
                case ALREADY_EXISTS -> "refusal.why.already-exists";
                case NO_LABELS -> "refusal.why.no-labels";
                case OTHER -> "refusal.why.other";
            };
        }
    }

    /** All of them, latest first. */
    public List<Notice> getNotices() {
        var phrases = words.phrases();
        return listRefusals.list(user.person().id()).stream()
                .map(refused -> Notice.of(refused, phrases))
                .toList();
    }
}
