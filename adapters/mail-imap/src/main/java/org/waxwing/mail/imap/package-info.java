/**
 * IMAP (RFC 3501, RFC 9051) on Angus Mail. Main type: {@link org.waxwing.mail.imap.ImapMailProvider}. Rule of the house:
 * a server may say anything and as much of it as it likes; what we keep of it is bounded, and what it says is never
 * logged. Flags, UID sets and server text end here; the port is {@link org.waxwing.domain.sync.MailProvider}.
 */
@NullMarked
package org.waxwing.mail.imap;

import org.jspecify.annotations.NullMarked;
