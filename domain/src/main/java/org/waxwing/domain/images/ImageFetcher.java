package org.waxwing.domain.images;

import java.io.IOException;
import java.io.InputStream;

/**
 * Fetches pictures from the web without telling for whom: nothing about the reader goes out, and nothing but a picture
 * comes in. Thread-safe; slow, so never to be called within a transaction.
 */
public interface ImageFetcher {
    /** What came of it. */
    sealed interface Result {
        /**
         * A picture.
         *
         * @param mediaType as its first bytes say, never as its server says
         */
        record Fetched(String mediaType, long size, Bytes bytes) implements Result {}

        /** Its address may not be asked: not the web, or within our own network. */
        record Forbidden() implements Result {}

        /** There is no picture, or none of a kind and size that is shown. */
        record NotAPicture() implements Result {}

        /** Its server does not answer, or not in time. */
        record Unreachable() implements Result {}
    }

    /** The bytes of a picture. */
    @FunctionalInterface
    interface Bytes {
        /** Opens them; the caller closes. */
        InputStream open() throws IOException;
    }

    /** The picture behind this {@code http} or {@code https} address. */
    Result fetch(String address);
}
