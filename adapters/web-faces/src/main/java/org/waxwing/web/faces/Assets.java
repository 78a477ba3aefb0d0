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
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where style sheets, scripts and pictures are served: under a path that names their content, so that a browser may
 * keep them for ever and still never mixes two versions.
 */
@Named
@ApplicationScoped
public class Assets {
    /** Where the files lie. */
    static final String FOLDER = "/assets/";

    private static final String SCRIPTS = FOLDER + "js/";

    private static final int DIGITS = 12;

    @Inject
    ServletContext context;

    private static final Pattern IMPORTED = Pattern.compile("from '\\./([a-z0-9-]+)\\.js'");

    private String version = "";
    private final Map<String, Set<String>> imports = new HashMap<>();

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

    /**
     * The scripts that {@code module} needs, in whatever depth. A browser that is told of all of them at once does not
     * find the last one only after it has read all that lie before.
     */
    public Set<String> imports(String module) {
        var all = new TreeSet<String>();
        var next = new ArrayDeque<>(imports.getOrDefault(module, Set.of()));
        while (!next.isEmpty()) {
            var one = next.pop();
            if (!one.equals(module) && all.add(one)) next.addAll(imports.getOrDefault(one, Set.of()));
        }
        return all;
    }

    private void add(String folder, MessageDigest digest) throws IOException {
        for (var path : new TreeSet<>(context.getResourcePaths(folder))) {
            if (path.endsWith("/")) add(path, digest);
            else try (var in = context.getResourceAsStream(path)) {
                var content = in.readAllBytes();
                digest.update(content);
                if (path.startsWith(SCRIPTS) && path.endsWith(".js")) noteImports(path, content);
            }
        }
    }

    private void noteImports(String path, byte[] script) {
        var name = path.substring(SCRIPTS.length(), path.length() - ".js".length());
        imports.put(name, IMPORTED.matcher(new String(script, StandardCharsets.UTF_8)).results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet()));
    }
}
