package org.waxwing.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API; its resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(info = @Info(title = "Waxwing", version = "1", description = """
                        Mail of one person, in all their accounts.

                        Ids are opaque text. Times are RFC 3339 in UTC. Sizes are bytes. Lists come in parts: \
                        `nextCursor` asks for the next one and is null in the last. Somebody else's thing is not \
                        there (404). Errors are RFC 9457 problems; `type` is one of `urn:waxwing:problem:…` and never \
                        changes. With a browser's session every change needs the header `X-CSRF-Token`. New fields \
                        may appear in answers at any time; nothing else changes within a version."""), security = @SecurityRequirement(name = "bearer"), tags = {
        @Tag(name = "Me", description = "Who is asking"),
        @Tag(name = "Accounts", description = "Mail accounts and their synchronisation"),
        @Tag(name = "Folders", description = "Folders and counts"),
        @Tag(name = "Conversations", description = "Messages that answer each other"),
        @Tag(name = "Messages", description = "Messages, their HTML, source and files"),
        @Tag(name = "Search", description = "Messages by their words"),
        @Tag(name = "Actions", description = "Doing something to mail, and undoing it"),
        @Tag(name = "Sorting", description = "Where mail belongs and why, and who is let in"),
        @Tag(name = "Rules", description = "What is to be done with mail of a kind"),
        @Tag(name = "Events", description = "What changes, while it does"),
        @Tag(name = "Jobs", description = "What a scheduler outside may start")
})
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT", description = "An access token of the Keycloak realm.")
public class ApiApplication extends Application {}
