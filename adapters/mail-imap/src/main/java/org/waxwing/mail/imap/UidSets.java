package org.waxwing.mail.imap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.sync.Uid;

/** UIDs as they stand in commands and answers: {@code 1:200,205} (RFC 9051 §9, sequence-set). */
final class UidSets {
    // servers take at least 8,192 bytes on a line (RFC 7162 §4); the rest of the command is shorter than this
    private static final int LONGEST = 7_000;

    private UidSets() {}

    /** The shortest way to write these, in ascending order. */
    static String of(Collection<Uid> uids) {
        var set = new StringBuilder();
        long first = -1;
        long last = -1;
        for (long uid : uids.stream().mapToLong(Uid::value).sorted().distinct().toArray()) {
            if (uid == last + 1 && first >= 0) {
                last = uid;
                continue;
            }
            append(set, first, last);
            first = uid;
            last = uid;
        }
        append(set, first, last);
        return set.toString();
    }

    private static void append(StringBuilder set, long first, long last) {
        if (first < 0) return;
        if (!set.isEmpty()) set.append(',');
        set.append(first);
        if (last > first) set.append(':').append(last);
    }

    /** The same UIDs in the same order, in parts of at most {@code most} that fit on a line each. */
    static List<List<Uid>> parts(List<Uid> uids, int most) {
        var parts = new ArrayList<List<Uid>>();
        for (int from = 0; from < uids.size(); from += parts.getLast().size())
            parts.add(first(uids.subList(from, uids.size()), most));
        return parts;
    }

    /** The first of these, at most {@code most}, that fit on a line. */
    static List<Uid> first(List<Uid> uids, int most) {
        var part = uids.subList(0, Math.min(most, uids.size()));
        while (part.size() > 1 && of(part).length() > LONGEST) part = part.subList(0, part.size() / 2);
        return part;
    }

    /** The UIDs that a server wrote in this way, in its order; nothing when it cannot be read or names too many. */
    static Optional<List<Uid>> read(String set, int most) {
        var uids = new ArrayList<Uid>();
        try {
            for (var range : set.split(",", -1)) {
                int colon = range.indexOf(':');
                long one = Long.parseLong(colon < 0 ? range : range.substring(0, colon));
                long other = colon < 0 ? one : Long.parseLong(range.substring(colon + 1));
                if (Math.abs(other - one) >= most - uids.size()) return Optional.empty();
                for (long uid = Math.min(one, other); uid <= Math.max(one, other); uid++) uids.add(new Uid(uid));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(uids);
    }
}
