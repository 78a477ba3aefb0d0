package org.waxwing.domain.signs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.HeaderField;
import org.waxwing.domain.world.EmailBuilder;

/** Reads the signs of messages as {@code ada@example.org} gets them. */
final class Reading {
    private static final Set<String> OWN = Set.of("ada@example.org");

    private Reading() {}

    /** The signs of a message with these header fields, each a name and a value. */
    static Signs of(EmailBuilder mail, String... fields) {
        var header = new ArrayList<HeaderField>();
        for (int i = 0; i < fields.length; i += 2)
            header.add(new HeaderField(new UntrustedText(fields[i]), new UntrustedText(fields[i + 1])));
        return SignReader.read(mail.parsed(), List.copyOf(header), OWN);
    }
}
