package org.waxwing.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Broken and hostile mail is normal input: it is shown as far as possible, and the rest of the mailbox is there too. */
@ExtendWith(Stage.Provider.class)
class BadMailIT {
    private static final String ME = "target";
    private static final int FORTY_MEGABYTES = 40 << 20;
    private static final String NEIGHBOUR = """
            From: Klara <klara@example.org>
            Subject: The neighbour
            Message-ID: <neighbour@example.org>

            I am well.
            """;

    private final Stage stage;

    BadMailIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void messages_that_cannot_be_parsed_are_shown_beside_those_that_can() {
        stage.mail().box("broken")
                .has("there is no header here at all, only words\n")
                .has("""
                        From: "unclosed <broken@
                        Date: the day after tomorrow
                        Subject: =?utf-8?q?half an encoded word
                        Content-Type: multipart/mixed; boundary=never

                        --ever
                        Content-Type: text/plain; charset=no-such-charset
                        Content-Transfer-Encoding: no-such-encoding

                        still readable
                        """)
                .has("Subject: nul\0inside\n\nand \0 here\n")
                .has(NEIGHBOUR);
        var api = stage.api(ME);

        var account = api.connect("broken");

        var rows = api.read("messages?view=imbox&accountId=" + account).getJsonArray("items");
        assertThat(rows).hasSize(4);
        for (var row : rows.getValuesAs(JsonObject.class)) {
            assertThat(api.get("messages/" + row.getString("id")).statusCode()).isEqualTo(200);
            assertThat(api.get("messages/" + row.getString("id") + "/raw").statusCode()).isEqualTo(200);
        }
        assertThat(rows.toString()).contains("The neighbour");
    }

    @Test
    void a_message_of_forty_megabytes_arrives_with_its_file() {
        var file = new byte[FORTY_MEGABYTES];
        Arrays.fill(file, (byte) 'w');
        stage.mail().box("huge").has(withFile(file)).has(NEIGHBOUR);
        var api = stage.api(ME);

        var account = api.connect("huge");

        var large = api.read("messages?accountId=" + account + "&messageId=huge@example.org")
                .getJsonArray("items")
                .getJsonObject(0);
        var attachment = api.read("messages/" + large.getString("id")).getJsonArray("attachments").getJsonObject(0);
        assertThat(attachment.getInt("size")).isEqualTo(FORTY_MEGABYTES);
        var path = "messages/" + large.getString("id") + "/attachments/" + attachment.getString("id");
        assertThat(api.bytes(path).body()).isEqualTo(file);
        var part = api.bytes(path, "Range", "bytes=1000-1003");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(4);
        assertThat(api.read("threads?view=imbox&accountId=" + account).getJsonArray("items")).hasSize(2);
    }

    @Test
    void a_folder_with_a_name_in_modified_utf_7_has_its_real_name() {
        stage.mail().box("utf7").has("Reisen & Übernachtungen", NEIGHBOUR.getBytes(StandardCharsets.UTF_8));
        var api = stage.api(ME);

        var account = api.connect("utf7");

        var folder = api.read("mailboxes").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(it -> it.getString("accountId").equals(account))
                .filter(it -> it.getString("name").equals("Reisen & Übernachtungen"))
                .findFirst();
        assertThat(folder).hasValueSatisfying(it -> assertThat(it.getInt("total")).isOne());
    }

    private static byte[] withFile(byte[] file) {
        var message = new ByteArrayOutputStream();
        message.writeBytes("""
                From: Klara <klara@example.org>
                Subject: A very large file
                Message-ID: <huge@example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/plain

                See the file.
                --cut
                Content-Type: application/octet-stream; name=huge.bin
                Content-Disposition: attachment; filename=huge.bin
                Content-Transfer-Encoding: base64

                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(Base64.getMimeEncoder().encode(file));
        message.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
        return message.toByteArray();
    }
}
