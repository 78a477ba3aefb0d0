package org.waxwing.preview.pdfbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program of the other process in a folder of its own: a server holds it in an archive, where no JVM finds it. */
record Installation(Path folder) {
    private static final List<String> LIBRARIES = List.of(
            "pdfbox.jar", "pdfbox-io.jar", "fontbox.jar", "commons-logging.jar");
    static final List<String> CLASSES = List.of(
            "Bitmaps", "Orientation", "PdfPages", "PdfPages$WithoutHugeImages", "PdfPages$WithoutHugeImages$1",
            "Worker",
            "Worker$Painted");
    private static final String PACKAGE = "org/waxwing/preview/pdfbox/worker/";

    /** Unpacks it into a new folder. */
    static Installation make() throws IOException {
        var folder = Files.createTempDirectory("waxwing-painter");
        for (var name : LIBRARIES) copy("libraries/" + name, folder.resolve(name));
        var classes = Files.createDirectories(folder.resolve("classes").resolve(PACKAGE));
        for (var name : CLASSES) copy("worker/" + name + ".class", classes.resolve(name + ".class"));
        return new Installation(folder);
    }

    private static void copy(String resource, Path target) throws IOException {
        try (var in = Installation.class.getResourceAsStream(resource)) {
            if (in == null) throw new IOException("The painter is not complete: " + resource);
            Files.copy(in, target);
        }
    }

    @SuppressWarnings("ResultOfMethodCallIgnored") // what cannot be removed stays
    private static void delete(File file) {
        file.delete();
    }

    /** Where its classes are. */
    String classPath() {
        return Stream.concat(Stream.of("classes"), LIBRARIES.stream())
                .map(name -> folder.resolve(name).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Removes it, as far as possible. */
    void remove() {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(Installation::delete);
        } catch (IOException e) {
            // it lies in a folder that the system clears by itself
            System.getLogger(Installation.class.getName())
                    .log(System.Logger.Level.DEBUG, "The painter was left behind in {0}", folder);
        }
    }
}
