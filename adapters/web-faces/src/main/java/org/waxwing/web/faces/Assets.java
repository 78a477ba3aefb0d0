package org.waxwing.web.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * Where style sheets, scripts and pictures are served: under a path that names their content, so that a browser may
 * keep them for ever and still never mixes two versions.
 */
@Named
@ApplicationScoped
public class Assets {
    /** Where the files lie. */
    static final String FOLDER = "/assets/";

    private static final int DIGITS = 12;

    @Inject
    ServletContext context;

    private String version = "";

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

    private void add(String folder, MessageDigest digest) throws IOException {
        for (var path : new TreeSet<>(context.getResourcePaths(folder))) {
            if (path.endsWith("/")) add(path, digest);
            else try (var in = context.getResourceAsStream(path)) {
                digest.update(in.readAllBytes());
            }
        }
    }
}
