package org.waxwing.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waxwing.bootstrap.settings.Setting;

/** The settings' list and what WildFly really reads must say the same. */
class ServerSettingsTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{env\\.(WAXWING_[A-Z_]+)(?::([^}]*))?}");

    @Test
    void reads_every_setting_with_the_default_that_the_list_promises() throws IOException {
        var promised = new TreeMap<String, String>();
        read("*.cli").forEach((name, fallback) -> promised.put(name, Setting.valueOf(name).fallback()));

        assertThat(read("*.cli")).isEqualTo(promised);
    }

    @Test
    void reads_every_setting_that_is_said_to_be_the_servers() throws IOException {
        var servers = new ArrayList<String>();
        for (Setting setting : Setting.values()) {
            if (setting.reader() == Setting.Reader.SERVER) servers.add(setting.name());
        }

        assertThat(read("*.{cli,yaml}").keySet()).containsAll(servers);
    }

    private static Map<String, String> read(String scripts) throws IOException {
        var found = new TreeMap<String, String>();
        for (Path file : files(scripts)) {
            Matcher expressions = EXPRESSION.matcher(Files.readString(file));
            while (expressions.find()) {
                String fallback = expressions.group(2);
                found.put(expressions.group(1), fallback == null ? "" : fallback);
            }
        }
        return found;
    }

    private static List<Path> files(String scripts) throws IOException {
        var files = new ArrayList<Path>();
        files.add(Path.of("src/main/webapp/WEB-INF/oidc.json"));
        try (var found = Files.newDirectoryStream(Path.of("src/main/server"), scripts)) {
            found.forEach(files::add);
        }
        return files;
    }
}
