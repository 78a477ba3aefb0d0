package org.waxwing.mail.imap;

import java.io.IOException;
import java.nio.file.Path;

/** A certificate that nobody vouches for, made for one test run. */
public record Certificate(Path pem, Path key) {
    /** Makes one for a host of this name, in PEM files below {@code folder}. */
    public static Certificate forName(String name, Path folder) throws IOException, InterruptedException {
        var pem = folder.resolve("cert.pem");
        var key = folder.resolve("key.pem");
        var process = new ProcessBuilder(
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=" + name,
                "-addext", "subjectAltName=DNS:" + name, "-keyout", key.toString(), "-out", pem.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) throw new IOException("openssl could not make a certificate");
        return new Certificate(pem, key);
    }
}
