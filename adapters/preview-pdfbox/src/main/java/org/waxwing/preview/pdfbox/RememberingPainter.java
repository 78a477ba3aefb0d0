package org.waxwing.preview.pdfbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.preview.Drawing;
import org.waxwing.domain.preview.PagePainter;
import org.waxwing.domain.preview.Picture;

/** Remembers what was drawn lately, within a number of bytes. */
public final class RememberingPainter implements PagePainter {
    // what is remembered beside the bytes of a picture
    private static final int OVERHEAD = 500;

    private final PagePainter painter;
    private final long most;
    private final Map<Drawing, Picture> lately = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    /** Remembers at most {@code most} bytes of what {@code painter} draws. */
    public RememberingPainter(PagePainter painter, long most) {
        this.painter = painter;
        this.most = most;
    }

    @Override
    public Optional<Picture> paint(Drawing drawing, RawMessage file) {
        synchronized (lately) {
            var known = lately.get(drawing);
            if (known != null) return Optional.of(known);
        }
        var painted = painter.paint(drawing, file);
        painted.ifPresent(picture -> keep(drawing, picture));
        return painted;
    }

    private void keep(Drawing drawing, Picture painted) {
        synchronized (lately) {
            var before = lately.put(drawing, painted);
            if (before != null) held -= size(before);
            held += size(painted);
            var oldest = lately.entrySet().iterator();
            while (held > most && oldest.hasNext()) {
                held -= size(oldest.next().getValue());
                oldest.remove();
            }
        }
    }

    private static long size(Picture painted) {
        return (long) OVERHEAD + painted.size();
    }
}
