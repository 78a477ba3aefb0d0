/**
 * Messages taken apart (RFC 5322, MIME), in one pass over their bytes. Main type:
 * {@link org.waxwing.mail.mime.MimeMessageParser}. Rule of the house: nothing that a message says is believed about its
 * own size, depth or charset, nothing broken about it is an error, and no part is held in memory but the bounded text
 * and what is opened, bounded as well.
 * The port is {@link org.waxwing.domain.mailbox.MessageParser}.
 */
@NullMarked
package org.waxwing.mail.mime;

import org.jspecify.annotations.NullMarked;
