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
public final class PrivateDovecot implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final int MAIL_UID = 5000;
    /** Everybody's. */
    public static final String PASSWORD = "perfpw";

    private final Path home;
    private final int port;
    private final int tlsPort;
    private Process process;

    private PrivateDovecot(Path home, Process process, int port, int tlsPort) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** Whether there is a Dovecot on this machine. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** In the clear, or by STARTTLS. */
    public int port() {
        return port;
    }

    /** By TLS from the start. */
    public int tlsPort() {
        return tlsPort;
    }

    /** Starts one with its mail below {@code home}, and returns when it answers. */
    public static PrivateDovecot start(Path home, Certificate certificate) throws IOException, InterruptedException {
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
        Files.writeString(home.resolve("dovecot.conf"), config);
        var server = new PrivateDovecot(home, launched(home), ports.get(0), ports.get(1));
        server.awaitReady();
        return server;
    }

    private static Process launched(Path home) throws IOException {
        return new ProcessBuilder(PROGRAM.toString(), "-F", "-c", home.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("dovecot.out").toFile())
                .start();
    }

    /** Stops it, with everybody's connections, and starts it again on the same ports with the same mail. */
    public void restart() throws IOException, InterruptedException {
        // those that serve a connection may outlive the one that started them
        var serving = process.descendants().toList();
        close();
        serving.forEach(ProcessHandle::destroyForcibly);
        process = launched(home);
        awaitReady();
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

    private void awaitReady() throws IOException, InterruptedException {
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
