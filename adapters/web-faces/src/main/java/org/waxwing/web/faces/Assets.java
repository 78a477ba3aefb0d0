package org.waxwing.web.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where style sheets, scripts and pictures are served: under a path that names their content, so that a browser may
 * keep them for ever and still never mixes two versions. What a page needs first comes as one file of each kind; a script
 * that has to run at once stands before the styles in its head, as one behind them would keep the page from being read
 * until they are here, and then it would be laid out in pieces.
 */
@Named
@ApplicationScoped
public class Assets {
    /** Where the files lie. */
    static final String FOLDER = "/assets/";

    private static final String SCRIPTS = FOLDER + "js/";
    private static final String STYLES = FOLDER + "css/";

    // in the order in which they follow each other
    private static final List<String> SHEETS = List.of(
            "tokens", "base", "shell", "list", "reader", "safety", "pages", "components", "hands", "rules", "sorting");

    private static final Pattern BUNDLE = Pattern.compile("/assets/v-[0-9a-f]+/bundle/([a-z-]+)\\.(js|css)");
    private static final int DIGITS = 12;

    @Inject
    ServletContext context;

    private String version = "";
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Packed> bundles = new ConcurrentHashMap<>();

    @PostConstruct
    void nameContent() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(FOLDER, digest);
            version = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the pages cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The path of the folder from the root of the host, without a slash at its end. */
    public String getPath() {
        return context.getContextPath() + FOLDER + "v-" + version;
    }

    /** The file that a path below the application stands for when it is made of several; nothing for any other path. */
    Optional<Packed> bundle(String path) {
        var matcher = BUNDLE.matcher(path);
        if (!matcher.matches()) return Optional.empty();
        var name = matcher.group(1);
        if (matcher.group(2).equals("css"))
            return name.equals("page") ? Optional.of(made("page.css", this::sheets)) : Optional.empty();
        return texts.containsKey(SCRIPTS + name + ".js")
                ? Optional.of(made(name + ".js", () -> script(name)))
                : Optional.empty();
    }

    private Packed made(String name, Supplier<Packed> make) {
        return bundles.computeIfAbsent(name, it -> make.get());
    }

    private Packed sheets() {
        return Packed.of("text/css", SHEETS.stream()
                .map(it -> text(STYLES + it + ".css"))
                .collect(Collectors.joining("\n")));
    }

    private Packed script(String module) {
        return Packed.of("text/javascript", ScriptBundle.of(module, it -> text(SCRIPTS + it + ".js")));
    }

    private String text(String path) {
        var text = texts.get(path);
        if (text == null) throw new IllegalArgumentException("There is no file " + path);
        return text;
    }

    private void add(String folder, MessageDigest digest) throws IOException {
        for (var path : new TreeSet<>(context.getResourcePaths(folder))) {
            if (path.endsWith("/")) add(path, digest);
            else try (var in = context.getResourceAsStream(path)) {
                var content = in.readAllBytes();
                digest.update(content);
                if (path.startsWith(SCRIPTS) || path.startsWith(STYLES))
                    texts.put(path, new String(content, StandardCharsets.UTF_8));
            }
        }
    }
}
