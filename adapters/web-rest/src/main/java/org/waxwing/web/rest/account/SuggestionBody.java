package org.waxwing.web.rest.account;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.account.SuggestedSettings;

/**
 * Settings that probably work.
 *
 * @param source where they were found: {@code administrator}, {@code known_provider}, {@code domain} or {@code guess}
 */
@Schema(name = "SuggestedSettings")
public record SuggestionBody(ServerBody imap, ServerBody smtp, String username, String source) {
    static SuggestionBody of(SuggestedSettings settings) {
        return new SuggestionBody(
                ServerBody.of(settings.incoming()),
                ServerBody.of(settings.outgoing()),
                settings.username(),
                settings.source().name().toLowerCase(Locale.ROOT));
    }
}
