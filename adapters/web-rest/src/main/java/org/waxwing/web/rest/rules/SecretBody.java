package org.waxwing.web.rest.rules;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the calls of a rule to programs are signed with: HMAC-SHA-256 over the timestamp, a dot and the body. */
@Schema(name = "WebhookSecret")
public record SecretBody(String secret) {}
