package org.waxwing.domain.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Relationship;

/** What of a message habits can be tied to, as words. The words are stored. */
final class Features {
    private Features() {}

    static List<String> of(Signs signs, Relationship relationship, String senderDomain) {
        var features = new ArrayList<String>(32);
        for (var sign : signs.seen()) features.add(name(sign));
        for (var topic : signs.topics().keySet()) features.add("about:" + name(topic));
        if (!senderDomain.isEmpty() && isWord(senderDomain)) features.add("from:" + senderDomain);
        if (relationship.sent() > 0) features.add("known");
        if (relationship.received() > 4) features.add("frequent");
        if (signs.words() > 200) features.add("long");
        return features;
    }

    /** Whether it can be written between spaces and equals signs. */
    private static boolean isWord(String domain) {
        return domain.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
