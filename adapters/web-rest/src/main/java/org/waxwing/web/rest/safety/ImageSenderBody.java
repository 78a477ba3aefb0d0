package org.waxwing.web.rest.safety;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.images.ImageTrust;

/** A sender whose pictures are always shown. */
@Schema(name = "ImageSender")
public record ImageSenderBody(String address, Instant since) {
    static ImageSenderBody of(ImageTrust.Trusted it) {
        return new ImageSenderBody(it.sender().address(), it.since());
    }
}
