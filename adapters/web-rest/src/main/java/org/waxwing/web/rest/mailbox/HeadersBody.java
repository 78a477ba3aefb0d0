package org.waxwing.web.rest.mailbox;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.mailbox.HeaderField;

/**
 * The head of a message.
 *
 * @param items its fields in their order, unfolded and decoded
 */
@Schema(name = "Headers")
public record HeadersBody(List<Field> items) {
    /** A header field. */
    @Schema(name = "HeaderField")
    public record Field(String name, String value) {}

    static HeadersBody of(List<HeaderField> fields) {
        return new HeadersBody(fields.stream()
                .map(it -> new Field(it.name().value(), it.value().value()))
                .toList());
    }
}
