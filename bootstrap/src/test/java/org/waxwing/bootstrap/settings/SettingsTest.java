package org.waxwing.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.OAuthProvider;
import org.waxwing.domain.account.ServerEndpoint;

class SettingsTest {
    private static final Path DATA = Path.of("data");
    private static final String KEY = "ab".repeat(32);
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{env\\.(WAXWING_[A-Z_]+):([^}]*)}");

    @Test
    void the_readme_lists_every_setting_with_its_default() throws IOException {
        var readme = Files.readString(Path.of("../README.md"));
        var table = Arrays.stream(Setting.values())
                .map(SettingsTest::row)
                .collect(Collectors.joining("\n", "| variable | default | meaning |\n|---|---|---|\n", "\n"));

        assertThat(readme).contains("<!-- settings -->\n" + table + "<!-- /settings -->");
    }

    @Test
    void the_server_scripts_use_known_settings_and_their_defaults() throws IOException {
        try (var scripts = Files.list(Path.of("src/main/server"))) {
            for (var script : scripts.filter(file -> file.toString().endsWith(".cli")).toList()) {
                var expressions = EXPRESSION.matcher(Files.readString(script));
                while (expressions.find())
                    assertThat(Setting.valueOf(expressions.group(1)).fallback())
                            .as("%s in %s", expressions.group(1), script.getFileName())
                            .isEqualTo(expressions.group(2));
            }
        }
    }

    @Test
    void nothing_but_the_key_has_to_be_set() {
        var settings = Settings.of(Map.of("WAXWING_CREDENTIAL_KEY", KEY), DATA);

        assertThat(settings.nodeId()).isEqualTo("waxwing-1");
        assertThat(settings.objects()).isEqualTo(DATA.resolve("waxwing-objects"));
        assertThat(settings.allowPrivateHosts()).isFalse();
    }

    @Test
    void a_mail_provider_exists_once_it_has_a_client() {
        var google = Settings.of(with("WAXWING_OAUTH_GOOGLE_CLIENT_ID", "our-id"), DATA).mailProviders();
        var microsoft = Settings.of(with("WAXWING_OAUTH_MICROSOFT_CLIENT_ID", "our-id"), DATA).mailProviders();

        assertThat(Settings.of(with("WAXWING_NODE_ID", "1"), DATA).mailProviders()).isEmpty();
        assertThat(google).extracting(it -> it.provider().key()).containsExactly("google");
        assertThat(google.getFirst().token()).hasHost("oauth2.googleapis.com");
        assertThat(microsoft).extracting(it -> it.provider().incoming().host())
                .containsExactly("outlook.office365.com");
    }

    @Test
    void an_own_mail_provider_is_described_in_full() {
        var environment = with("WAXWING_OAUTH_CUSTOM_CLIENT_ID", "our-id");
        environment.put("WAXWING_OAUTH_CUSTOM_NAME", "Example Mail");
        environment.put("WAXWING_OAUTH_CUSTOM_AUTHORISATION_URL", "https://id.example.org/authorise");
        environment.put("WAXWING_OAUTH_CUSTOM_TOKEN_URL", "https://id.example.org/token");
        environment.put("WAXWING_OAUTH_CUSTOM_IMAP", "imap.example.org:993:tls");
        environment.put("WAXWING_OAUTH_CUSTOM_SMTP", "smtp.example.org:587:starttls");

        var own = Settings.of(environment, DATA).mailProviders().getFirst();

        assertThat(own.provider()).isEqualTo(new OAuthProvider(
                "custom",
                "Example Mail",
                new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS),
                new ServerEndpoint("smtp.example.org", 587, ConnectionSecurity.STARTTLS)));
        for (var needed : List.of("NAME", "AUTHORISATION_URL", "TOKEN_URL", "IMAP", "SMTP")) {
            var incomplete = new HashMap<>(environment);
            incomplete.remove("WAXWING_OAUTH_CUSTOM_" + needed);
            assertThatThrownBy(() -> Settings.of(incomplete, DATA))
                    .hasMessageContaining("WAXWING_OAUTH_CUSTOM_" + needed);
        }
        environment.put("WAXWING_OAUTH_CUSTOM_IMAP", "imap.example.org:99999:tls");
        assertThatThrownBy(() -> Settings.of(environment, DATA)).hasMessageContaining("WAXWING_OAUTH_CUSTOM_IMAP");
    }

    @Test
    void what_cannot_be_used_is_named_and_never_shown() {
        assertThatThrownBy(() -> Settings.of(Map.of("WAXWING_CREDENTIAL_KEY", "hunter2"), DATA))
                .hasMessageContaining("WAXWING_CREDENTIAL_KEY")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Settings.of(with("WAXWING_MAIL_ALLOW_PRIVATE_HOSTS", "perhaps"), DATA))
                .hasMessageContaining("WAXWING_MAIL_ALLOW_PRIVATE_HOSTS");
        assertThatThrownBy(() -> Settings.of(with("WAXWING_CRON_SECRET", "hunter2"), DATA))
                .hasMessageContaining("WAXWING_CRON_SECRET")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Settings.of(with("WAXWING_ATTEMPTS", "many"), DATA))
                .hasMessageContaining("WAXWING_ATTEMPTS");
        assertThatThrownBy(() -> Settings.of(with("WAXWING_PUBLIC_URL", "waxwing.example"), DATA))
                .hasMessageContaining("WAXWING_PUBLIC_URL");
    }

    private static Map<String, String> with(String name, String value) {
        var environment = new HashMap<String, String>();
        environment.put("WAXWING_CREDENTIAL_KEY", KEY);
        environment.put(name, value);
        return environment;
    }

    private static String row(Setting setting) {
        var fallback = setting.fallback();
        var shown = fallback.isEmpty()
                ? ""
                : fallback.startsWith("<") ? fallback.substring(1, fallback.length() - 1) : "`" + fallback + "`";
        return "| `" + setting + "` | " + shown + " | " + setting.meaning() + " |";
    }
}
