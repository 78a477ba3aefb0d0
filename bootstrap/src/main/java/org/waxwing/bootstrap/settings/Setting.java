package org.waxwing.bootstrap.settings;

import java.util.Map;
import org.waxwing.oauth.http.KnownServers;

/** One environment variable. A default in angle brackets says in words what happens when it is not set. */
public enum Setting {
    WAXWING_DATA(Reader.LOCAL_RUN, "<`.waxwing` in the checkout>",
            "folder of everything that the local run keeps"),
    WAXWING_HTTP_PORT(Reader.SERVER, "8080",
            "port of the pages and the API"),
    WAXWING_MANAGEMENT_PORT(Reader.SERVER, "9990",
            "port of health and metrics"),
    WAXWING_KEYCLOAK_PORT(Reader.LOCAL_RUN, "8180",
            "port of the local Keycloak"),
    WAXWING_KEYCLOAK_MANAGEMENT_PORT(Reader.LOCAL_RUN,
            "9000", "port of the local Keycloak's health"),
    WAXWING_POSTGRES_PORT(
            Reader.LOCAL_RUN, "15432",
            "port of the local PostgreSQL"),
    WAXWING_DEMO_IMAP_PORT(
            Reader.LOCAL_RUN, "3143",
            "port of the demo mail server for reading"),
    WAXWING_DEMO_SMTP_PORT(
            Reader.LOCAL_RUN, "3025",
            "port of the demo mail server for sending"),

    WAXWING_BIND(Reader.SERVER, "127.0.0.1", "address that the pages and the API listen on"),
    WAXWING_MANAGEMENT_BIND(
            Reader.SERVER, "127.0.0.1", "address that health and metrics listen on"),
    WAXWING_NODE_ID(Reader.SERVER,
            "waxwing-1", "name of this node; different on every node of a cluster"),
    WAXWING_PUBLIC_URL(
            Reader.APPLICATION, "http://127.0.0.1:8080",
            "address under which browsers reach Waxwing"),
    WAXWING_BEHIND_PROXY(Reader.SERVER, "false",
            "`true` believes the X-Forwarded headers of the proxy in front"),
    WAXWING_COOKIE_SECURE(
            Reader.SERVER, "false",
            "`true` sends the session cookie over https only"),
    WAXWING_MAX_POST_BYTES(
            Reader.SERVER, "62914560",
            "largest request, in bytes"),
    WAXWING_MAX_SESSIONS(Reader.SERVER,
            "20000",
            "most sessions that a node keeps"),
    WAXWING_WORKERS(
            Reader.SERVER, "6",
            "most events that a node handles at the same time"),

    WAXWING_DB_URL(Reader.SERVER, "jdbc:postgresql://127.0.0.1:5432/waxwing",
            "JDBC address of PostgreSQL"),
    WAXWING_DB_USER(Reader.APPLICATION, "waxwing_app",
            "role of the application, bound by row-level security"),
    WAXWING_DB_PASSWORD(Reader.SERVER, "",
            "its password"),
    WAXWING_DB_OWNER_USER(Reader.SERVER, "waxwing_owner",
            "role that owns the schema and migrates it"),
    WAXWING_DB_OWNER_PASSWORD(
            Reader.SERVER, "", "its password"),
    WAXWING_DB_POOL_MIN(Reader.SERVER, "2",
            "connections that are always open"),
    WAXWING_DB_POOL_MAX(
            Reader.SERVER, "20", "connections at most"),

    WAXWING_OIDC_ISSUER(
            Reader.APPLICATION,
            "http://127.0.0.1:8180/realms/waxwing",
            "address of the Keycloak realm, as browsers see it"),
    WAXWING_OIDC_CLIENT_ID(Reader.APPLICATION, "waxwing",
            "client of the pages in that realm"),
    WAXWING_OIDC_CLIENT_SECRET(Reader.SERVER, "", "its secret"),

    WAXWING_CREDENTIAL_KEY(
            Reader.APPLICATION,
            "<none; the local run makes one>",
            "key that mail passwords are encrypted with: 32 bytes as 64 hexadecimal digits"),
    WAXWING_OBJECTS_DIR(
            Reader.APPLICATION, "<`waxwing-objects` in the server's data folder>",
            "folder of message sources and attachments"),
    WAXWING_OBJECTS_KEPT_FREE_MB(
            Reader.APPLICATION, "256",
            "megabytes of that folder's disk that are left to others: with less, nothing is fetched until there is room"),

    WAXWING_MAIL_ALLOW_PRIVATE_HOSTS(
            Reader.APPLICATION, "false",
            "`true` lets accounts use mail servers in private and loopback networks"),
    WAXWING_IMAGES_ALLOW_PRIVATE_HOSTS(
            Reader.APPLICATION, "false",
            "`true` fetches pictures of mail from private and loopback networks too"),
    WAXWING_MAIL_ACCEPT_ANY_CERTIFICATE(
            Reader.APPLICATION, "false",
            "`true` accepts mail servers whose certificate is not trusted"),
    WAXWING_MAIL_KNOWN_DOMAINS(
            Reader.APPLICATION, "",
            "servers of the organisation's own domains, offered before any other"),
    WAXWING_ATTEMPTS(
            Reader.APPLICATION, "20",
            "refused attempts to connect an account that a person has in ten minutes"),
    WAXWING_AUTOMATIC_MAIL_PER_HOUR(
            Reader.APPLICATION, "100",
            "messages that rules forward or answer for an account within an hour; the others wait"),
    WAXWING_WEBHOOK_TRUSTED_HOSTS(
            Reader.APPLICATION, "",
            "hosts as `name` or `name:port`, separated by commas, that rules may tell of mail by plain http and in private networks"),
    WAXWING_CRON_SECRET(
            Reader.APPLICATION, "",
            "what a scheduler outside shows to start jobs, 16 characters or more; without it there are none to start"),
    WAXWING_RELAY_EVENTS(
            Reader.APPLICATION, "true",
            "`false` leaves committed events to the other nodes of a cluster"),

    WAXWING_OAUTH_GOOGLE_CLIENT_ID(Reader.APPLICATION, "",
            "client that Google knows Waxwing by; without it nobody is offered to sign in with Google"),
    WAXWING_OAUTH_GOOGLE_CLIENT_SECRET(Reader.APPLICATION, "", "its secret"),
    WAXWING_OAUTH_GOOGLE_AUTHORISATION_URL(Reader.APPLICATION, KnownServers.GOOGLE_AUTHORISATION,
            "where people consent at Google"),
    WAXWING_OAUTH_GOOGLE_TOKEN_URL(Reader.APPLICATION, KnownServers.GOOGLE_TOKEN,
            "where Google gives and renews tokens"),
    WAXWING_OAUTH_MICROSOFT_CLIENT_ID(Reader.APPLICATION, "",
            "client that Microsoft knows Waxwing by; without it nobody is offered to sign in with Microsoft"),
    WAXWING_OAUTH_MICROSOFT_CLIENT_SECRET(Reader.APPLICATION, "", "its secret"),
    WAXWING_OAUTH_MICROSOFT_AUTHORISATION_URL(Reader.APPLICATION, KnownServers.MICROSOFT_AUTHORISATION,
            "where people consent at Microsoft; a tenant in place of `common` admits its own people alone"),
    WAXWING_OAUTH_MICROSOFT_TOKEN_URL(Reader.APPLICATION, KnownServers.MICROSOFT_TOKEN,
            "where Microsoft gives and renews tokens"),
    WAXWING_OAUTH_CUSTOM_CLIENT_ID(Reader.APPLICATION, "",
            "client of the organisation's own mail provider; the following are needed with it"),
    WAXWING_OAUTH_CUSTOM_CLIENT_SECRET(Reader.APPLICATION, "", "its secret; empty for a public client"),
    WAXWING_OAUTH_CUSTOM_NAME(Reader.APPLICATION, "", "what people know that provider by"),
    WAXWING_OAUTH_CUSTOM_AUTHORISATION_URL(Reader.APPLICATION, "", "where people consent there"),
    WAXWING_OAUTH_CUSTOM_TOKEN_URL(Reader.APPLICATION, "", "where it gives and renews tokens"),
    WAXWING_OAUTH_CUSTOM_SCOPES(Reader.APPLICATION, "openid email offline_access",
            "what is asked for there, separated by spaces; `openid` among it"),
    WAXWING_OAUTH_CUSTOM_USERNAME_CLAIM(Reader.APPLICATION, "email",
            "claim of its ID tokens that the mail server knows people by"),
    WAXWING_OAUTH_CUSTOM_IMAP(Reader.APPLICATION, "",
            "its IMAP server as `host:port:security`, where security is `tls`, `starttls` or `none`"),
    WAXWING_OAUTH_CUSTOM_SMTP(Reader.APPLICATION, "", "its submission server, likewise"),

    WAXWING_OTLP_ENDPOINT(Reader.SERVER, "",
            "address that metrics are pushed to by OTLP; nothing is pushed without it"),

    WAXWING_LOG_FORMAT(Reader.SERVER, "json", "`json` for a collector, `text` for people"),
    WAXWING_LOG_LEVEL(
            Reader.SERVER, "INFO", "level of Waxwing's own log"),
    WAXWING_ROOT_LOG_LEVEL(Reader.SERVER, "INFO",
            "level of everything else's log");

    /** Who reads a setting. */
    public enum Reader {
        /** The launcher of the local run. */
        LOCAL_RUN,
        /** The configuration of WildFly. */
        SERVER,
        /** The application, through {@link Settings}. */
        APPLICATION
    }

    private final Reader reader;
    private final String fallback;
    private final String meaning;

    Setting(Reader reader, String fallback, String meaning) {
        this.reader = reader;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** Who reads it. */
    public Reader reader() {
        return reader;
    }

    /** What holds when it is not set; empty for nothing. */
    public String fallback() {
        return fallback;
    }

    /** What it is for, in a few words, with its unit. */
    public String meaning() {
        return meaning;
    }

    /** What it is set to in {@code environment}, or its default. */
    public String in(Map<String, String> environment) {
        var value = environment.getOrDefault(name(), "");
        if (!value.isBlank()) return value.strip();
        return fallback.startsWith("<") ? "" : fallback;
    }
}
