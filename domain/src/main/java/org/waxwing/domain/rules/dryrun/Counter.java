package org.waxwing.domain.rules.dryrun;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.mailbox.EmailId;

/**
 * Counts messages and keeps some, without knowing how many there will be: every so many-th, and each time there is no more
 * room, every second of those kept goes, and from then on only half as many are kept.
 */
final class Counter {
    private final int most;
    private final List<EmailId> kept = new ArrayList<>();
    private long stride = 1;
    private long count;
    private @Nullable EmailId last;

    /** @param most how many samples are wanted; at least 2 */
    Counter(int most) {
        this.most = most;
    }

    void add(EmailId email) {
        if (count % stride == 0) {
            if (kept.size() == 2 * most) thin();
            if (count % stride == 0) kept.add(email);
        }
        count++;
        last = email;
    }

    private void thin() {
        var half = new ArrayList<EmailId>();
        for (int i = 0; i < kept.size(); i += 2) half.add(kept.get(i));
        kept.clear();
        kept.addAll(half);
        stride *= 2;
    }

    Tally tally() {
        if (last == null) return Tally.NONE;
        var all = new ArrayList<>(kept);
        if (!all.getLast().equals(last)) all.add(last);
        if (all.size() <= most) return new Tally(count, all);
        var spread = new ArrayList<EmailId>(most);
        for (int i = 0; i < most; i++) spread.add(all.get(i * (all.size() - 1) / (most - 1)));
        return new Tally(count, spread);
    }
}
