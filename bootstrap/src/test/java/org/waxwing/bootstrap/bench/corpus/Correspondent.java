package org.waxwing.bootstrap.bench.corpus;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.waxwing.bootstrap.demo.mime.HeaderText;
import org.waxwing.bootstrap.demo.mime.TransferEncoding;

/** Somebody who writes, always with the same program. */
record Correspondent(String name, String address, Language language, Coding coding, boolean writesHtml) {
    static Correspondent owner() {
        return new Correspondent(
                "Alex Winter",
                "alex@example.org",
                Language.ENGLISH,
                Coding.of("UTF-8", TransferEncoding.QUOTED_PRINTABLE),
                true);
    }

    static Correspondent person(RandomGenerator random, Prose prose, int number) {
        var language = Language.any(random);
        return new Correspondent(
                language.name(random),
                prose.word() + "." + number + "@" + prose.word() + ".example",
                language,
                language.coding(random),
                random.nextInt(100) < 55);
    }

    static Correspondent machine(RandomGenerator random, Prose prose, int number) {
        var name = prose.word();
        return new Correspondent(
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                "news" + number + "@" + name + ".example",
                Language.ENGLISH,
                Coding.of("UTF-8", TransferEncoding.QUOTED_PRINTABLE),
                random.nextInt(100) < 90);
    }

    String mailbox() {
        var charset = coding.fitFor(name).charset();
        return HeaderText.mailbox(name, address, charset);
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
