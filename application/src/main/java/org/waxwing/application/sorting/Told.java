package org.waxwing.application.sorting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.HistoryLine.Engine;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sorting.Admission;

/** How sorting is told in the history of a message. */
final class Told {
    static final String CATEGORY = "category";
    static final String ADMISSION = "admission";

    private Told() {}

    /** The lines for a message that was sorted; none for what its owner wrote. */
    static List<HistoryLine> lines(EmailId email, Sorter.Sorted sorted, List<ActionId> action, Instant now) {
        var lines = new ArrayList<HistoryLine>();
        for (var why : sorted.why()) {
            var taught = sorted.lesson();
            lines.add(new HistoryLine(
                    email, now, taught.isEmpty() ? Engine.CLASSIFIER : Engine.LESSON,
                    taught.isEmpty() ? String.valueOf(why.version()) : taught.getFirst().id().toString(),
                    CATEGORY, sorted.placement().category().name(),
                    // with sorting switched off nothing of it decides
                    why.category() == sorted.placement().category() ? why.reasons() : List.of(), action));
        }
        if (sorted.placement().admission() != Admission.IN)
            lines.add(new HistoryLine(
                    email, now, Engine.SCREENER, sorted.decision().stream().map(it -> it.who()).findFirst().orElse(""),
                    ADMISSION, sorted.placement().admission().name(), List.of(), action));
        return lines;
    }
}
