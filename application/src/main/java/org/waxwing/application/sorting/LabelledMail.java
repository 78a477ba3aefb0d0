package org.waxwing.application.sorting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Relationship;

/**
 * A message of which it is known where it belongs.
 *
 * @param file its name, for people
 * @param personal whether a human wrote it to the reader or to a few people she belongs to
 * @param kind one word for what it is
 * @param language ISO 639-1
 * @param source its bytes
 */
record LabelledMail(
        String file,
        Category category,
        boolean personal,
        String kind,
        String language,
        Relationship relationship,
        RawMessage source) {
    /** The reader of all of it. */
    static final String READER = "anna@harbour.example";

    private static final String FOLDER = "evaluation/";

    /** The messages of one half, in the order of the list. */
    static List<LabelledMail> of(EvaluateSorting.Half half) throws IOException {
        var mail = new ArrayList<LabelledMail>();
        try (var in = open("labels.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var names = lines.readLine();
            if (names == null) throw new IOException("The list of labelled mail is empty");
            var columns = names.split("\t", -1);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = row(columns, line.split("\t", -1));
                if (row.of("set").equals(half.name().toLowerCase(Locale.ROOT))) mail.add(read(row));
            }
        }
        return mail;
    }

    private record Row(Map<String, String> values) {
        String of(String column) {
            var value = values.get(column);
            if (value == null) throw new IllegalStateException("The list of labelled mail has no column " + column);
            return value;
        }

        long number(String column) {
            return Long.parseLong(of(column));
        }
    }

    private static Row row(String[] columns, String[] values) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.length && i < values.length; i++) row.put(columns[i], values[i]);
        return new Row(row);
    }

    private static LabelledMail read(Row row) throws IOException {
        try (var in = open("messages/" + row.of("file"))) {
            return new LabelledMail(
                    row.of("file"), Category.valueOf(row.of("category")), row.of("personal").equals("yes"),
                    row.of("kind"), row.of("language"), relationship(row), RawMessage.of(in.readAllBytes()));
        }
    }

    private static Relationship relationship(Row row) {
        // the list counts what came before this message
        return new Relationship(
                row.number("received") + 1, row.number("sent"), false, false, row.of("organisation").equals("yes"),
                !row.of("thread").equals("none"), row.number("domainSent") > 0,
                Authentication.Standing.valueOf(row.of("authentication").toUpperCase(Locale.ROOT)));
    }

    private static InputStream open(String name) throws IOException {
        var in = LabelledMail.class.getResourceAsStream(FOLDER + name);
        if (in == null) throw new IOException("Labelled mail is missing: " + name);
        return in;
    }
}
