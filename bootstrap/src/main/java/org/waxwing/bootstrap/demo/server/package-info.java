/**
 * The demo mail server: GreenMail's IMAP and SMTP on the loopback interface, with a memory that outlives the process.
 * Main type: {@link org.waxwing.bootstrap.demo.server.MailHost}. Rule of the house: folders keep their UIDVALIDITY and
 * messages their UIDs from one start to the next, and no UID is ever given twice, not even after a crash. What is in
 * the mailboxes at the very first start comes from {@code org.waxwing.bootstrap.demo.world}.
 */
@NullMarked
package org.waxwing.bootstrap.demo.server;

import org.jspecify.annotations.NullMarked;
