package org.waxwing.mail.discovery;

import java.util.List;

/** Records of the name system. */
@FunctionalInterface
interface NameRecords {
    /**
     * The records as text, in no order; none when there are none or nobody answers in time.
     *
     * @param type such as {@code SRV}
     */
    List<String> lookUp(String name, String type);
}
