/**
 * Submission (RFC 6409) by SMTP (RFC 5321). Main type: {@link org.waxwing.mail.smtp.SmtpSubmission}. Rule of the house: a
 * message is sent when the server has said so, not sent when the last word was not said, and otherwise nobody knows; which
 * of these it is has to be seen at every line. What a server says is never kept or logged. The port is
 * {@link org.waxwing.domain.sending.MailSubmission}.
 */
@NullMarked
package org.waxwing.mail.smtp;

import org.jspecify.annotations.NullMarked;
