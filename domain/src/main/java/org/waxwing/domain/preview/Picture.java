package org.waxwing.domain.preview;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A PNG image that was drawn here, and how many pages its file has. Immutable. */
public final class Picture {
    private final byte[] png;
    private final int pages;

    /** A picture of one of {@code pages} pages. */
    public Picture(byte[] png, int pages) {
        this.png = png.clone();
        this.pages = pages;
    }

    /** Its bytes. */
    public InputStream open() {
        return new ByteArrayInputStream(png);
    }

    /** How many bytes. */
    public int size() {
        return png.length;
    }

    /** How many pages its file has; at least one. */
    public int pages() {
        return pages;
    }
}
