package org.waxwing.web.rest.sending;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddress.Proof;

/**
 * An address that mail may be passed on to once it is confirmed.
 *
 * @param confirmedAt null as long as it is not
 * @param codeExpiresAt until when the code is good that was sent to it; null when it was confirmed
 */
@Schema(name = "ForwardingAddress")
public record ForwardingAddressBody(
        String address, boolean confirmed, @Nullable Instant confirmedAt, @Nullable Instant codeExpiresAt) {
    static ForwardingAddressBody of(ForwardingAddress it) {
        return switch (it.proof()) {
            case Proof.Shown(var at) -> new ForwardingAddressBody(it.address().address(), true, at, null);
            case Proof.Asked(var seal, var end, var left) ->
                new ForwardingAddressBody(it.address().address(), false, null, end);
        };
    }
}
