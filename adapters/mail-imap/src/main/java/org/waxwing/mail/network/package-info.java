/**
 * Which machines may be reached, and how to reach them. Main type: {@link org.waxwing.mail.network.Reach}. Rule of the
 * house: a host name that a person typed is resolved once, checked, and only the checked addresses are connected to.
 * Used by {@code org.waxwing.mail.imap}, {@code org.waxwing.mail.smtp}, {@code org.waxwing.mail.webhook} and
 * {@code org.waxwing.mail.discovery}.
 */
@NullMarked
package org.waxwing.mail.network;

import org.jspecify.annotations.NullMarked;
