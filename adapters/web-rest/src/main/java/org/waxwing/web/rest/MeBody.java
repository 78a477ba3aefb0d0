package org.waxwing.web.rest;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.preferences.Preferences;

/**
 * Who is asking.
 *
 * @param email the address that the identity provider knows
 * @param profilePage where they change their password, second factor and name
 * @param settings what they have chosen about their pages
 */
@Schema(name = "Me")
public record MeBody(
        String id,
        String organisationId,
        String name,
        String email,
        boolean administrator,
        URI profilePage,
        SettingsBody settings) {
    static MeBody of(CurrentUser user, Preferences preferences) {
        var person = user.person();
        return new MeBody(
                person.id().toString(),
                person.organisation().toString(),
                person.name().value(),
                person.email().address(),
                user.isAdministrator(),
                user.profilePage(),
                SettingsBody.of(preferences));
    }
}
