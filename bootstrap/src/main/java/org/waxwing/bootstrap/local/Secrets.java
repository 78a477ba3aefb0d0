package org.waxwing.bootstrap.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The secrets of one data folder: made once, kept in a file that only its owner can read. */
public final class Secrets {
    private static final String FILE = "secrets.properties";
    private static final int PASSWORD_BYTES = 16;
    /** An AES-256 key. */
    private static final int KEY_BYTES = 32;

    private static final String CREDENTIAL_KEY = "credentialKey";
    private static final List<String> PASSWORDS = List.of("databaseSuperuser", "databaseOwner", "databaseApplication",
            "oidcClient", "keycloakAdmin");

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** The secrets of {@code folder}; what is missing is made and kept. */
    public static Secrets in(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(FILE);
        var values = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        int before = values.size();
        var random = new SecureRandom();
        PASSWORDS.forEach(name -> values.computeIfAbsent(name, absent -> hex(random, PASSWORD_BYTES)));
        values.computeIfAbsent(CREDENTIAL_KEY, absent -> hex(random, KEY_BYTES));
        if (values.size() != before) keep(values, file);
        return new Secrets(values);
    }

    /** Password of the PostgreSQL superuser. */
    public String databaseSuperuser() {
        return value("databaseSuperuser");
    }

    /** Password of the role that owns the schema. */
    public String databaseOwner() {
        return value("databaseOwner");
    }

    /** Password of the application's role. */
    public String databaseApplication() {
        return value("databaseApplication");
    }

    /** Secret of the OIDC client {@code waxwing}. */
    public String oidcClient() {
        return value("oidcClient");
    }

    /** Password of Keycloak's administrator. */
    public String keycloakAdmin() {
        return value("keycloakAdmin");
    }

    /** 64 hexadecimal digits. */
    public String credentialKey() {
        return value(CREDENTIAL_KEY);
    }

    private String value(String name) {
        return values.getProperty(name, "");
    }

    private static void keep(Properties values, Path file) throws IOException {
        Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (BufferedWriter writer = Files.newBufferedWriter(draft)) {
            values.store(writer, "Of this data folder alone; whoever has them can read its mail.");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
