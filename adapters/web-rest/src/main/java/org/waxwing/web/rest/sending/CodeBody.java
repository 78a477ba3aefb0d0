package org.waxwing.web.rest.sending;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code as it was typed; whatever is no digit is passed over. */
@Schema(name = "ForwardingCode")
public record CodeBody(String code) {}
