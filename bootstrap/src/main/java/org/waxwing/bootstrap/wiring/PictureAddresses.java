package org.waxwing.bootstrap.wiring;

import org.waxwing.application.mailbox.OpenHtml;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageSeal;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.web.rest.safety.ImageAddress;

/** Where the API serves the pictures of a message. */
record PictureAddresses(ImageSeal seal) implements OpenHtml.Addresses {
    @Override
    public String of(EmailId email, Attachment image) {
        return "/api/v1/messages/" + email + "/attachments/" + image.position() + "?inline=1";
    }

    @Override
    public String of(PersonId person, String picture) {
        return new ImageAddress(picture, seal.of(person, picture)).path();
    }
}
