package org.waxwing.bootstrap.faults;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Numbered messages of a wanted size. */
final class TestMessages {
    private TestMessages() {}

    static String subject(int number) {
        return "Letter " + number;
    }

    static MimeMessage of(int number, int size) {
        var words = "These are the words of letter " + number + ".\r\n";
        var source = """
                From: Bob <bob@example.org>
                To: ada@example.org
                Subject: %s
                Message-ID: <letter-%d@example.org>
                Date: Sun, 1 Mar 2026 09:00:00 +0000

                %s""".formatted(subject(number), number, words.repeat(1 + size / words.length())).replace("\n", "\r\n")
                .replace("\r\r", "\r");
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
