package org.waxwing.domain.sorting;

import java.util.List;
import org.waxwing.domain.signs.Signs;

/**
 * A message as it was sorted.
 *
 * @param signs what was seen of it; none when nobody looked
 */
public record Filing(List<Signs> signs, Placement placement) {
    /** Of what nobody looked at. */
    public static final Filing UNSEEN = new Filing(List.of(), Placement.USUAL);

    public Filing {
        signs = List.copyOf(signs);
        if (signs.size() > 1) throw new IllegalArgumentException("A message is seen once: " + signs.size());
    }

    /** Of a message that was looked at. */
    public static Filing of(Signs seen, Placement placement) {
        return new Filing(List.of(seen), placement);
    }
}
