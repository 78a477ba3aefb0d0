package org.waxwing.bootstrap.demo.world;

import java.util.List;
import org.waxwing.bootstrap.demo.mime.MimeEntity;

/**
 * A letter that has become a message, without the lines servers add.
 *
 * @param references the Message-IDs of the conversation before it, oldest first
 * @param text the plain text including quotation, as the next one to answer would quote it
 * @param headers finished header lines
 */
record Written(
        Letter letter,
        String messageId,
        List<String> references,
        String subject,
        String text,
        List<String> headers,
        MimeEntity content) {
    Written {
        references = List.copyOf(references);
        headers = List.copyOf(headers);
    }
}
