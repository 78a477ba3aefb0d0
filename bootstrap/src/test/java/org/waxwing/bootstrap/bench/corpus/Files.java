package org.waxwing.bootstrap.bench.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.waxwing.bootstrap.demo.mime.MimeEntity;

/** Attachments: incompressible bytes or tables, under names in the sender's language. */
final class Files {
    private static final int LARGEST = 6_000_000;

    private final RandomGenerator random;
    private final Prose prose;
    /** Contents are windows of this. */
    private final byte[] noise = new byte[8 << 20];

    Files(RandomGenerator random, Prose prose) {
        this.random = random;
        this.prose = prose;
        random.nextBytes(noise);
    }

    List<MimeEntity> some(Language language) {
        int count = Math.min(6, 1 + (int) (-Math.log(1 - random.nextDouble()) / 1.4));
        var out = new ArrayList<MimeEntity>();
        for (int i = 0; i < count; i++) out.add(one(language, size()));
        return out;
    }

    MimeEntity one(Language language, int size) {
        var name = prose.word() + "-" + prose.word() + "-" + random.nextInt(1, 99);
        if (random.nextBoolean()) name = prose.phrase(language, 1).replace('。', ' ') + " " + name;
        int kind = random.nextInt(100);
        if (kind < 38) return file("application/pdf", name + ".pdf", bytes("%PDF-1.5\n", size));
        if (kind < 62) return file("image/jpeg", name + ".jpg", bytes("", size));
        if (kind < 76)
            return file(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    name + ".docx",
                    bytes("PK\u0003\u0004", size));
        if (kind < 90) return file("application/zip", name + ".zip", bytes("PK\u0003\u0004", size));
        return file("text/csv", name + ".csv", table(Math.min(size, 60_000)));
    }

    MimeEntity picture(String contentId) {
        return MimeEntity.inline("image/png", "logo.png", contentId, bytes("", 1_000 + random.nextInt(9_000)));
    }

    private int size() {
        return Math.min(LARGEST, (int) Math.exp(10.4 + 1.25 * random.nextGaussian()));
    }

    private static MimeEntity file(String type, String name, byte[] content) {
        return MimeEntity.attachment(type, name, UTF_8, content);
    }

    private byte[] bytes(String magic, int size) {
        int from = random.nextInt(noise.length - LARGEST);
        // larger than the noise is only who is meant to be larger than everything
        var content = size <= LARGEST ? Arrays.copyOfRange(noise, from, from + size) : new byte[size];
        if (size > LARGEST) random.nextBytes(content);
        System.arraycopy(magic.getBytes(US_ASCII), 0, content, 0, Math.min(size, magic.length()));
        return content;
    }

    private byte[] table(int size) {
        var out = new StringBuilder(size + 40);
        while (out.length() < size) {
            for (int i = 0; i < 6; i++) out.append(random.nextInt(100_000)).append(i < 5 ? "," : "\r\n");
        }
        return out.toString().getBytes(US_ASCII);
    }
}
