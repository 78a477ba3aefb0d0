package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.waxwing.bootstrap.demo.world.DemoMessage;
import org.waxwing.bootstrap.demo.world.DemoOwner;

/**
 * The running demo mail server and the directory it remembers everything in.
 *
 * <p>Changes are written in the background {@value #SAVE_AFTER_MILLIS} ms after the first of them, and once more on
 * {@link #close}; that, plus the time of writing, is what a killed process can lose. Safe for use by several threads.
 */
public final class MailHost implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MailHost.class.getName());
    private static final int SAVE_AFTER_MILLIS = 500;

    private final LoopbackMail mail;
    private final KeptStore store = new KeptStore(this::changed);
    private final Map<DemoOwner, AccountArchive> archives = new LinkedHashMap<>();
    private final Map<DemoOwner, AccountFolders> accounts = new LinkedHashMap<>();
    private final Map<DemoOwner, AccountState> saved = new LinkedHashMap<>();
    private final AtomicBoolean savePending = new AtomicBoolean();
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-mail-saver").factory());
    private volatile boolean open;

    private MailHost(Path directory, int imapPort, int smtpPort) {
        mail = new LoopbackMail(imapPort, smtpPort, store, this::changed);
        for (var owner : DemoOwner.values()) archives.put(owner, new AccountArchive(directory.resolve(owner.login())));
    }

    /**
     * Starts both servers and fills the mailboxes, from the directory when they were there before.
     *
     * @param imapPort 0 for any free port
     * @param firstMail the messages of a person who has no mailbox in the directory yet, oldest first
     * @throws IOException when a port is taken or the directory cannot be read
     */
    public static MailHost start(
            Path directory, int imapPort, int smtpPort, Function<DemoOwner, List<DemoMessage>> firstMail)
            throws IOException {
        requireFree(imapPort, "IMAP");
        requireFree(smtpPort, "SMTP");
        var host = new MailHost(directory, imapPort, smtpPort);
        try {
            host.fill(firstMail);
            host.mail.start();
        } catch (IOException | RuntimeException e) {
            host.saver.shutdownNow();
            host.mail.stop();
            throw e;
        }
        host.open = true;
        host.changed();
        return host;
    }

    /** GreenMail would wait for two seconds and then not say why it could not start. */
    private static void requireFree(int port, String what) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException("Port " + port + " for the demo mail server (" + what + ") is taken", e);
        }
    }

    private void fill(Function<DemoOwner, List<DemoMessage>> firstMail) throws IOException {
        for (var owner : DemoOwner.values()) {
            var user = mail.setUser(owner.address(), owner.login(), owner.password());
            var folders = new AccountFolders(mail.getManagers().getImapHostManager(), store, user);
            accounts.put(owner, folders);
            try {
                var archive = archive(owner);
                var before = archive.load();
                if (before.isPresent()) {
                    folders.restore(before.get(), archive::content);
                    continue;
                }
                folders.make(owner.folders());
                for (var message : firstMail.apply(owner)) {
                    folders.add(
                            message.folder().replace('/', '.'), message.flags(), message.received(), message.open());
                }
            } catch (FolderException | AuthorizationException e) {
                throw new IOException("The demo mailbox of " + owner.login() + " cannot be filled", e);
            }
        }
    }

    private AccountArchive archive(DemoOwner owner) {
        var archive = archives.get(owner);
        if (archive == null) throw new IllegalStateException("No archive for " + owner);
        return archive;
    }

    /** The port on 127.0.0.1 that answers IMAP. */
    public int imapPort() {
        return mail.port(ServerSetup.PROTOCOL_IMAP);
    }

    /** The port on 127.0.0.1 that takes mail by SMTP. */
    public int smtpPort() {
        return mail.port(ServerSetup.PROTOCOL_SMTP);
    }

    private void changed() {
        if (!open || !savePending.compareAndSet(false, true)) return;
        try {
            var unused = saver.schedule(this::saveInBackground, SAVE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            savePending.set(false);
        }
    }

    private void saveInBackground() {
        savePending.set(false);
        try {
            save(AccountArchive.UIDS_IN_RESERVE);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Demo mail could not be saved; the next change tries again", e);
        }
    }

    private synchronized void save(int reserve) throws IOException {
        for (var entry : accounts.entrySet()) {
            try {
                var copy = entry.getValue().copy();
                if (reserve > 0 && copy.state().equals(saved.get(entry.getKey()))) continue;
                archive(entry.getKey()).save(copy.state(), reserve, copy::write);
                saved.put(entry.getKey(), copy.state());
            } catch (FolderException e) {
                throw new IOException("The folders of " + entry.getKey().login() + " cannot be read", e);
            }
        }
    }

    /** Stops both servers and writes what is not on disk yet. A second call does nothing. */
    @Override
    public void close() {
        if (!open) return;
        open = false;
        saver.shutdown();
        mail.stop();
        try {
            save(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Demo mail could not be saved", e);
        }
    }
}
