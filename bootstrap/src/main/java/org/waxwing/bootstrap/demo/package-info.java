/**
 * The demo mail a newcomer finds on the first start: three mailboxes with two years of conversations behind a local IMAP
 * and SMTP server. Main type: {@link org.waxwing.bootstrap.demo.DemoMailServer}. Rule of the house: every address and
 * host ends in {@code .example}, and everything listens on 127.0.0.1 only. The story continues in
 * {@code org.waxwing.bootstrap.demo.world} (what is written) and {@code org.waxwing.bootstrap.demo.server} (how it is kept).
 */
@NullMarked
package org.waxwing.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
