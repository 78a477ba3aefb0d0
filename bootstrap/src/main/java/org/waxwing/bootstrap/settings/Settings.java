package org.waxwing.bootstrap.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.waxwing.oauth.http.Registration;
import org.waxwing.persistence.jpa.CredentialKey;
import org.waxwing.web.rest.cron.CronSecret;

/**
 * What the application itself reads, once, when it starts.
 *
 * @param databaseRole the role that migrations grant to
 * @param allowPrivateImageHosts whether pictures of mail may come from private networks
 * @param keptFree bytes of the disk of {@code objects} that are left to others
 * @param attempts refused attempts that a person has in ten minutes
 * @param automaticMailPerHour messages that rules send for an account within an hour
 * @param trustedWebhookHosts as {@code host} or {@code host:port}: programs that may be told without TLS and in private networks
 * @param cronSecret what a scheduler outside shows; empty for none
 * @param relayEvents whether this node hands committed events on
 * @param mailProviders where mailboxes are connected by consent
 */
public record Settings(
        String nodeId,
        URI publicUrl,
        String databaseRole,
        URI issuer,
        String clientId,
        CredentialKey credentialKey,
        Path objects,
        long keptFree,
        boolean allowPrivateHosts,
        boolean allowPrivateImageHosts,
        boolean acceptAnyCertificate,
        String knownDomains,
        int attempts,
        int automaticMailPerHour,
        Set<String> trustedWebhookHosts,
        CronSecret cronSecret,
        boolean relayEvents,
        List<Registration> mailProviders) {

    public Settings {
        mailProviders = List.copyOf(mailProviders);
        trustedWebhookHosts = Set.copyOf(trustedWebhookHosts);
    }

    /**
     * Reads the settings of {@code environment}.
     *
     * @param dataFolder where the server keeps its own files
     * @throws IllegalArgumentException one of them cannot be used; says which and why
     */
    public static Settings of(Map<String, String> environment, Path dataFolder) {
        var objects = Setting.WAXWING_OBJECTS_DIR.in(environment);
        return new Settings(
                Setting.WAXWING_NODE_ID.in(environment),
                address(environment, Setting.WAXWING_PUBLIC_URL),
                Setting.WAXWING_DB_USER.in(environment),
                address(environment, Setting.WAXWING_OIDC_ISSUER),
                Setting.WAXWING_OIDC_CLIENT_ID.in(environment),
                key(environment),
                objects.isEmpty() ? dataFolder.resolve("waxwing-objects") : Path.of(objects),
                (long) number(environment, Setting.WAXWING_OBJECTS_KEPT_FREE_MB) << 20,
                flag(environment, Setting.WAXWING_MAIL_ALLOW_PRIVATE_HOSTS),
                flag(environment, Setting.WAXWING_IMAGES_ALLOW_PRIVATE_HOSTS),
                flag(environment, Setting.WAXWING_MAIL_ACCEPT_ANY_CERTIFICATE),
                Setting.WAXWING_MAIL_KNOWN_DOMAINS.in(environment),
                number(environment, Setting.WAXWING_ATTEMPTS),
                number(environment, Setting.WAXWING_AUTOMATIC_MAIL_PER_HOUR),
                hosts(environment),
                cronSecret(environment),
                flag(environment, Setting.WAXWING_RELAY_EVENTS),
                MailProviders.of(environment));
    }

    private static CredentialKey key(Map<String, String> environment) {
        try {
            return CredentialKey.ofHex(Setting.WAXWING_CREDENTIAL_KEY.in(environment));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("WAXWING_CREDENTIAL_KEY must be 64 hexadecimal digits", e);
        }
    }

    private static Set<String> hosts(Map<String, String> environment) {
        var hosts = new HashSet<String>();
        for (var it : Setting.WAXWING_WEBHOOK_TRUSTED_HOSTS.in(environment).toLowerCase(Locale.ROOT).split(",", -1)) {
            if (it.isBlank()) continue;
            if (!it.strip().matches("[^\\s/@:]+(:[0-9]{1,5})?"))
                throw new IllegalArgumentException("WAXWING_WEBHOOK_TRUSTED_HOSTS must be hosts as name or name:port");
            hosts.add(it.strip());
        }
        return hosts;
    }

    private static CronSecret cronSecret(Map<String, String> environment) {
        try {
            return new CronSecret(Setting.WAXWING_CRON_SECRET.in(environment));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("WAXWING_CRON_SECRET must have 16 characters or more", e);
        }
    }

    private static URI address(Map<String, String> environment, Setting setting) {
        var address = URI.create(setting.in(environment));
        if (!address.isAbsolute()) throw new IllegalArgumentException(setting + " must be a whole address");
        return address;
    }

    private static boolean flag(Map<String, String> environment, Setting setting) {
        return switch (setting.in(environment)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(setting + " must be true or false");
        };
    }

    private static int number(Map<String, String> environment, Setting setting) {
        try {
            return Integer.parseInt(setting.in(environment));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(setting + " must be a whole number", e);
        }
    }
}
