package org.waxwing.mail.mime;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The texts among the properties of a message: plain, HTML, or RTF in which either is wrapped. */
final class MapiWords {
    private static final int LONGEST = 5 << 20;

    private final MapiProperties properties;
    private final Optional<String> charset;
    private final Optional<Rtf> rtf;

    MapiWords(MapiProperties properties, Optional<String> charset) {
        this.properties = properties;
        this.charset = charset;
        this.rtf = properties.bytes(MapiProperties.RTF).flatMap(CompressedRtf::open).map(Rtf::of);
    }

    Optional<String> subject() {
        return properties.string(MapiProperties.SUBJECT, charset);
    }

    String text() {
        return properties.string(MapiProperties.BODY, charset)
                .or(() -> rtf.map(Rtf::text))
                .orElse("")
                .replace("\r\n", "\n");
    }

    String html() {
        return properties.bytes(MapiProperties.HTML).map(this::html)
                .or(() -> properties.string(MapiProperties.HTML, charset))
                .or(() -> rtf.map(Rtf::html))
                .orElse("");
    }

    private String html(ByteBuffer data) {
        byte[] bytes = MapiProperties.bytes(data.slice(0, Math.min(data.remaining(), LONGEST)));
        var page = properties.number(MapiProperties.INTERNET_CODE_PAGE);
        return Charsets.decode(bytes, page.isPresent() ? Charsets.ofCodePage(page.getAsInt()) : charset);
    }
}
