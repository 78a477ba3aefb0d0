package org.waxwing.web.rest.sending;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An address that a code is to be sent to.
 *
 * @param accountId from which account; null for the oldest
 */
@Schema(name = "NewForwardingAddress")
public record NewAddressBody(String address, @Nullable String accountId) {}
