package org.waxwing.bootstrap.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.bootstrap.demo.server.AccountState.FolderState;
import org.waxwing.bootstrap.demo.server.AccountState.MessageState;

/**
 * One account on disk: {@code <uidvalidity>/<uid>.eml} for each message and {@code index} for everything that changes.
 *
 * <p>Content is written before the index that names it and deleted after the index that no longer does, and the index is
 * replaced in one step: whatever moment the process dies at, the last complete index and all it names are there. Not
 * safe for use by several threads.
 */
final class AccountArchive {
    /**
     * UIDs kept free while the server runs. Messages that came after the last index was written are lost in a crash, but
     * a client may have seen them: their UIDs must not come back on other messages.
     */
    static final int UIDS_IN_RESERVE = 200;

    private static final String FIRST_LINE = "waxwing-demo-mail\t1";

    private final Path directory;
    private final Path index;
    private final Set<String> contents = new HashSet<>();

    AccountArchive(Path directory) {
        this.directory = directory;
        this.index = directory.resolve("index");
    }

    /** Gives out the content of a message that is not on disk yet. */
    @FunctionalInterface
    interface Content {
        void writeTo(long uidValidity, long uid, OutputStream out) throws IOException;
    }

    /** The last state saved, or empty at the first start. Leftovers that it does not name are removed. */
    Optional<AccountState> load() throws IOException {
        if (!Files.exists(index)) return Optional.empty();
        var state = parse(Files.readAllLines(index, UTF_8));
        contents.addAll(names(state));
        removeUnnamed();
        return Optional.of(state);
    }

    InputStream content(long uidValidity, long uid) throws IOException {
        return Files.newInputStream(directory.resolve(name(uidValidity, uid)));
    }

    /** @param reserve how many UIDs beyond UIDNEXT the next start has to skip; 0 when the server is stopping in order */
    void save(AccountState state, int reserve, Content content) throws IOException {
        for (var folder : state.folders()) {
            Files.createDirectories(directory.resolve(Long.toString(folder.uidValidity())));
            for (var message : folder.messages()) {
                var name = name(folder.uidValidity(), message.uid());
                if (!contents.add(name)) continue;
                try (var out = Files.newOutputStream(directory.resolve(name))) {
                    content.writeTo(folder.uidValidity(), message.uid(), out);
                }
            }
        }
        var fresh = directory.resolve("index.new");
        Files.write(fresh, format(state, reserve), UTF_8);
        Files.move(fresh, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        var named = names(state);
        for (var name : List.copyOf(contents)) {
            if (named.contains(name)) continue;
            Files.deleteIfExists(directory.resolve(name));
            contents.remove(name);
        }
    }

    private void removeUnnamed() throws IOException {
        try (var files = Files.walk(directory, 2)) {
            for (var file : files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                var name = directory.relativize(file).toString().replace('\\', '/');
                if (!contents.contains(name)) Files.delete(file);
            }
        }
    }

    private static Set<String> names(AccountState state) {
        return state.folders().stream()
                .flatMap(folder -> folder.messages().stream().map(message -> name(folder.uidValidity(), message.uid())))
                .collect(Collectors.toSet());
    }

    private static String name(long uidValidity, long uid) {
        return uidValidity + "/" + uid + ".eml";
    }

    private static List<String> format(AccountState state, int reserve) {
        var lines = new ArrayList<String>();
        lines.add(FIRST_LINE);
        for (var folder : state.folders()) {
            lines.add(String.join(
                    "\t",
                    "folder",
                    Long.toString(folder.uidValidity()),
                    Long.toString(folder.uidNext() + reserve),
                    Boolean.toString(folder.selectable()),
                    Boolean.toString(folder.subscribed()),
                    URLEncoder.encode(folder.name(), UTF_8)));
            for (var message : folder.messages()) {
                lines.add(String.join(
                        "\t",
                        "message",
                        Long.toString(message.uid()),
                        Long.toString(message.internalDate().toEpochMilli()),
                        message.flags().stream().sorted().collect(Collectors.joining(" "))));
            }
        }
        return lines;
    }

    private static AccountState parse(List<String> lines) throws IOException {
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
            throw new IOException("The demo mail index is of another version; remove the demo mail directory");
        }
        var folders = new ArrayList<FolderState>();
        var messages = new ArrayList<MessageState>();
        for (var line : lines.reversed()) {
            var field = line.split("\t", -1);
            switch (field[0]) {
                case "message" -> messages.addFirst(new MessageState(
                        Long.parseLong(field[1]), Instant.ofEpochMilli(Long.parseLong(field[2])), flags(field[3])));
                case "folder" -> {
                    folders.addFirst(new FolderState(
                            URLDecoder.decode(field[5], UTF_8),
                            Long.parseLong(field[1]),
                            Long.parseLong(field[2]),
                            Boolean.parseBoolean(field[3]),
                            Boolean.parseBoolean(field[4]),
                            messages));
                    messages = new ArrayList<>();
                }
                default -> {
                }
            }
        }
        return new AccountState(folders);
    }

    private static Set<String> flags(String field) {
        return field.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(field.split(" ", -1)));
    }
}
