package org.waxwing.bootstrap.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Dovecot on loopback that takes no passwords: it asks Keycloak about every token (RFC 7662). */
final class TokenDovecot implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final int MAIL_UID = 5000;

    private final Process process;
    private final Path home;

    private TokenDovecot(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Who asks about tokens, and where.
     *
     * @param mechanisms what it offers, such as {@code xoauth2}
     */
    record Plan(int port, String mechanisms, String introspection, String clientId, String clientSecret) {}

    static TokenDovecot start(Path home, Plan plan) throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        // its processes run as others than the owner of the temporary folder
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var mail = Files.createDirectories(home.resolve("mail"));
        if (root) Files.setAttribute(mail, "unix:uid", MAIL_UID);
        Files.writeString(home.resolve("oauth2.conf"), """
                introspection_mode = post
                introspection_url = %s
                client_id = %s
                client_secret = %s
                force_introspection = yes
                username_attribute = email
                active_attribute = active
                active_value = true
                """.formatted(plan.introspection(), plan.clientId(), plan.clientSecret()));
        var values = new LinkedHashMap<String, String>(Map.of(
                "HOME", home.toString(),
                "MECHANISMS", plan.mechanisms(),
                "IMAP", Integer.toString(plan.port()),
                "UID", root ? Integer.toString(MAIL_UID) : unix("-u"),
                "GID", root ? Integer.toString(MAIL_UID) : unix("-g"),
                "CHROOT", root ? "" : "chroot ="));
        values.put("USERS", root
                ? ""
                : "default_internal_user = " + System.getProperty("user.name") + "\ndefault_internal_group = "
                        + unix("-gn") + "\ndefault_login_user = " + System.getProperty("user.name"));
        var config = template();
        for (var value : values.entrySet()) config = config.replace("@" + value.getKey() + "@", value.getValue());
        var file = Files.writeString(home.resolve("dovecot.conf"), config);
        var process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("dovecot.out").toFile())
                .start();
        var server = new TokenDovecot(process, home);
        server.awaitReady(plan.port());
        return server;
    }

    /** Puts a message into somebody's inbox, as another program that delivers into a Maildir would. */
    void deliver(String address, String name, String source) throws IOException {
        var maildir = home.resolve("mail").resolve(address).resolve("Maildir");
        boolean root = "root".equals(System.getProperty("user.name"));
        for (var folder : new Path[]{maildir.getParent(), maildir, maildir.resolve("tmp"), maildir.resolve("new"),
                maildir.resolve("cur")}) {
            Files.createDirectories(folder);
            if (root) own(folder);
        }
        var draft = Files.writeString(maildir.resolve("tmp").resolve(name), source.replace("\n", "\r\n"));
        if (root) own(draft);
        Files.move(draft, maildir.resolve("new").resolve(name));
    }

    private static void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", MAIL_UID);
        Files.setAttribute(path, "unix:gid", MAIL_UID);
    }

    private static String template() throws IOException {
        try (var in = TokenDovecot.class.getResourceAsStream("/token-dovecot.conf")) {
            if (in == null) throw new IOException("token-dovecot.conf is missing from the test resources");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String unix(String option) throws IOException, InterruptedException {
        var process = new ProcessBuilder("id", option).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer.strip();
    }

    private void awaitReady(int port) throws IOException, InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(15));
        while (Instant.now().isBefore(until)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) break;
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                socket.setSoTimeout(5_000);
                if (socket.getInputStream().read() == '*') return;
            } catch (IOException e) {
                // not yet: it is asked again until the time is up
            }
        }
        close();
        throw new IOException("Dovecot did not start: " + Files.readString(home.resolve("dovecot.out")));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
