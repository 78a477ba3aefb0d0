/**
 * Telling programs of mail by HTTP. Main type: {@link org.waxwing.mail.webhook.HttpWebhookCaller}. Rule of the house: the
 * address that was checked is the one that is connected to, nothing is followed elsewhere, and neither the address nor what
 * is told is ever logged. The port is {@link org.waxwing.domain.sending.WebhookCaller}.
 */
@NullMarked
package org.waxwing.mail.webhook;

import org.jspecify.annotations.NullMarked;
