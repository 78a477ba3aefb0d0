package org.waxwing.preview.pdfbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.preview.Drawing;

/** Drawings that nobody needs to try again. Thread-safe. */
final class Hopeless {
    private static final int MOST = 2_000;

    private final Set<Drawing> drawings = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Drawing, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    void add(Drawing drawing) {
        drawings.add(drawing);
    }

    boolean has(Drawing drawing) {
        return drawings.contains(drawing);
    }
}
