package org.waxwing.domain.preview;

import java.util.Optional;
import org.waxwing.domain.mailbox.RawMessage;

/** Draws pages of files. Thread-safe; what is asked for together is drawn one after the other. */
public interface PagePainter {
    /**
     * The drawing, or nothing: the file is broken, protected, too large, of another kind, has no such page, takes too
     * long, or too many others are waiting. Never throws because of what is in a file, and memory and time are bounded
     * whatever it is.
     *
     * @param file its bytes
     */
    Optional<Picture> paint(Drawing drawing, RawMessage file);
}
