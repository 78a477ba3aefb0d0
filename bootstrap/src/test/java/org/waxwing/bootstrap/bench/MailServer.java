package org.waxwing.bootstrap.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.waxwing.bootstrap.server.Lifeline;

/** A Dovecot of our own on loopback with IMAP and LMTP; whoever has a mailbox here has the same password. */
final class MailServer implements AutoCloseable {
    static final String PASSWORD = "perfpw";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Path LMTP = Path.of("/usr/lib/dovecot/lmtp");
    private static final int MAIL_UID = 5000;
    private static final String CONFIGURATION = """
            base_dir = @HOME@/base
            state_dir = @HOME@/state
            instance_name = waxwing-bench
            log_path = @HOME@/dovecot.log
            protocols = imap @LMTP_TOO@
            listen = 127.0.0.1
            disable_plaintext_auth = no
            auth_mechanisms = plain login
            ssl = no
            first_valid_uid = 1
            default_process_limit = 1500
            default_client_limit = 5000
            mail_location = maildir:@HOME@/mail/%n/Maildir
            mail_home = @HOME@/mail/%n
            mail_max_userip_connections = 1500
            postmaster_address = postmaster@example.org
            hostname = bench.example.org
            @USERS@
            passdb {
              driver = static
              args = password=@PASSWORD@
            }
            userdb {
              driver = static
              args = uid=@UID@ gid=@GID@ allow_all_users=yes
            }
            namespace inbox {
              inbox = yes
              mailbox Drafts {
                special_use = \\Drafts
                auto = subscribe
              }
              mailbox Sent {
                special_use = \\Sent
                auto = subscribe
              }
              mailbox Trash {
                special_use = \\Trash
                auto = subscribe
              }
              mailbox Junk {
                special_use = \\Junk
                auto = subscribe
              }
              mailbox Archive {
                special_use = \\Archive
                auto = subscribe
              }
            }
            service anvil {
              @CHROOT@
            }
            service imap-login {
              @CHROOT@
              service_count = 0
              process_min_avail = 1
              inet_listener imap {
                port = @IMAP@
              }
              inet_listener imaps {
                port = 0
              }
            }
            @LMTP_SERVICE@
            """;
    private static final String LMTP_SERVICE = """
            service lmtp {
              @LMTP_USER@
              inet_listener lmtp {
                address = 127.0.0.1
                port = @LMTP@
              }
            }
            """;

    private final Lifeline process;
    private final Path home;
    private final int imapPort;
    private final int lmtpPort;

    private MailServer(Lifeline process, Path home, int imapPort, int lmtpPort) {
        this.process = process;
        this.home = home;
        this.imapPort = imapPort;
        this.lmtpPort = lmtpPort;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Whether it takes deliveries. */
    static boolean hasLmtp() {
        return Files.isExecutable(LMTP);
    }

    /** Starts it; returns when it answers. */
    static MailServer start(Path home) throws Exception {
        Files.createDirectories(home.resolve("mail"));
        // its processes run as others than the owner of the folder
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        int imap;
        int lmtp;
        try (var one = free(); var two = free()) {
            imap = one.getLocalPort();
            lmtp = two.getLocalPort();
        }
        var file = Files.writeString(home.resolve("dovecot.conf"), configuration(home, imap, lmtp));
        var child = new Lifeline.Child(
                "Dovecot",
                List.of(PROGRAM.toString(), "-F", "-c", file.toString()),
                Map.of(),
                home.resolve("dovecot.out"),
                "TERM",
                Duration.ofSeconds(10));
        var server = new MailServer(Lifeline.start(child), home, imap, lmtp);
        try {
            server.own();
            new Stopwatch().until("Dovecot's start", Duration.ofMillis(50), Duration.ofSeconds(15), server::answers);
        } catch (Exception failure) {
            server.close();
            throw new IOException("Dovecot did not start:\n" + server.process.lastLines(10) + "\n"
                    + server.log(), failure);
        }
        return server;
    }

    int imapPort() {
        return imapPort;
    }

    int lmtpPort() {
        return lmtpPort;
    }

    /** An empty mailbox; call {@link #own} when it is filled. */
    Maildir mailbox(String user) throws IOException {
        return Maildir.at(home.resolve("mail").resolve(user).resolve("Maildir"));
    }

    /** Gives everything that was put into mailboxes to the server. */
    void own() throws IOException, InterruptedException {
        if (!isRoot()) return;
        var owner = MAIL_UID + ":" + MAIL_UID;
        var process = new ProcessBuilder("chown", "-R", owner, home.resolve("mail").toString()).inheritIO().start();
        if (process.waitFor() != 0) throw new IOException("chown failed");
    }

    /** A file that was prepared after {@link #own}. */
    void own(Path file) throws IOException {
        if (!isRoot()) return;
        Files.setAttribute(file, "unix:uid", MAIL_UID);
        Files.setAttribute(file, "unix:gid", MAIL_UID);
    }

    @Override
    public void close() {
        process.close();
    }

    private String log() throws IOException {
        var log = home.resolve("dovecot.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) throw new IOException("It ended");
        try (var line = ImapLine.signedIn(imapPort, "nobody")) {
            line.select("INBOX");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String configuration(Path home, int imap, int lmtp) throws IOException, InterruptedException {
        var me = System.getProperty("user.name");
        var text = CONFIGURATION
                .replace("@LMTP_TOO@", hasLmtp() ? "lmtp" : "")
                .replace("@LMTP_SERVICE@", hasLmtp() ? LMTP_SERVICE : "")
                .replace("@HOME@", home.toString())
                .replace("@PASSWORD@", PASSWORD)
                .replace("@IMAP@", Integer.toString(imap))
                .replace("@LMTP@", Integer.toString(lmtp));
        if (isRoot()) {
            var id = Integer.toString(MAIL_UID);
            return text.replace("@UID@", id)
                    .replace("@GID@", id)
                    .replaceAll("@(USERS|CHROOT|LMTP_USER)@", "");
        }
        return text.replace("@UID@", unix("-u"))
                .replace("@GID@", unix("-g"))
                .replace("@USERS@", "default_internal_user = " + me + "\ndefault_internal_group = " + unix("-gn")
                        + "\ndefault_login_user = " + me)
                .replace("@CHROOT@", "chroot =")
                .replace("@LMTP_USER@", "user = " + me);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String unix(String option) throws IOException, InterruptedException {
        var process = new ProcessBuilder("id", option).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer.strip();
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
