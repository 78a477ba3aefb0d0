package org.waxwing.mail.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Dovecot of our own on loopback, from a configuration of our own; every user name has the same password. */
final class PrivateDovecot implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final int MAIL_UID = 5000;
    static final String PASSWORD = "perfpw";

    private final Process process;
    private final int port;
    private final int tlsPort;

    private PrivateDovecot(Process process, int port, int tlsPort) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    int port() {
        return port;
    }

    int tlsPort() {
        return tlsPort;
    }

    static PrivateDovecot start(Path home, Certificate certificate) throws IOException, InterruptedException {
        var ports = freePorts();
        boolean root = "root".equals(System.getProperty("user.name"));
        // its processes run as others than the owner of the temporary folder
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var mail = Files.createDirectories(home.resolve("mail"));
        if (root) Files.setAttribute(mail, "unix:uid", MAIL_UID);
        var values = Map.of(
                "HOME", home.toString(),
                "CERT", certificate.pem().toString(),
                "KEY", certificate.key().toString(),
                "IMAP", Integer.toString(ports.get(0)),
                "IMAPS", Integer.toString(ports.get(1)),
                "UID", root ? Integer.toString(MAIL_UID) : unix("-u"),
                "GID", root ? Integer.toString(MAIL_UID) : unix("-g"),
                "USERS", root
                        ? ""
                        : "default_internal_user = " + System.getProperty("user.name")
                                + "\ndefault_internal_group = " + unix("-gn") + "\ndefault_login_user = "
                                + System.getProperty("user.name"),
                "CHROOT", root ? "" : "chroot =");
        var config = template();
        for (var value : values.entrySet()) config = config.replace("@" + value.getKey() + "@", value.getValue());
        var file = Files.writeString(home.resolve("dovecot.conf"), config);
        var process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("dovecot.out").toFile())
                .start();
        var server = new PrivateDovecot(process, ports.get(0), ports.get(1));
        server.awaitReady(home);
        return server;
    }

    private static String template() throws IOException {
        try (var in = PrivateDovecot.class.getResourceAsStream("/dovecot.conf")) {
            if (in == null) throw new IOException("dovecot.conf is missing from the test resources");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String unix(String option) throws IOException, InterruptedException {
        var process = new ProcessBuilder("id", option).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer.strip();
    }

    private static List<Integer> freePorts() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), two.getLocalPort());
        }
    }

    private void awaitReady(Path home) throws IOException, InterruptedException {
        IOException lastFailure = new IOException("Dovecot did not answer");
        var until = Instant.now().plus(Duration.ofSeconds(15));
        while (Instant.now().isBefore(until)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) break;
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                socket.setSoTimeout(5_000);
                if (socket.getInputStream().read() == '*') return;
            } catch (IOException e) {
                lastFailure = e;
            }
        }
        close();
        try (var lines = Files.lines(home.resolve("dovecot.out"))) {
            var said = lines.limit(20).collect(Collectors.joining("\n"));
            throw new IOException("Dovecot did not start: " + said, lastFailure);
        }
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
