package org.waxwing.bootstrap.demo.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
    @ParameterizedTest
    @CsvSource({
            "utf-8,Über die Größe von Ähren und was man in langen Betreffzeilen alles unterbringen kann",
            "iso-2022-jp,防水マイクカプセル MZ-11C のサンプルについて、防水マイクカプセルのサンプルについて",
            "gb18030,关于 Perch C 版电路板的报价关于 Perch C 版电路板的报价关于 Perch C 版电路板的报价",
            "koi8-r,Белобровики ушли ещё неделю назад"
    })
    void encodes_words_that_decode_to_the_same_text(String charset, String text) throws Exception {
        var line = HeaderText.line("Subject", HeaderText.text(text, Charset.forName(charset)));

        assertThat(line.lines()).allMatch(part -> part.length() <= 78);
        assertThat(line).matches("\\A[\\x00-\\x7F]*\\z");
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(line.substring("Subject: ".length()))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.pdf", "Grundriss 2. OG.pdf", "报价单 Perch-C.pdf",
            "świt-na-grobli-żurawie-i-mgła-nad-łąkami-w-marcu.png"})
    void encodes_file_names_as_parameters(String name) throws Exception {
        System.setProperty("mail.mime.decodeparameters", "true");

        var parameter = HeaderText.parameter("filename", name, UTF_8);

        assertThat(new ParameterList(parameter).get("filename")).isEqualTo(name);
    }

    @Test
    void quotes_a_name_with_a_dot_or_a_comma() {
        assertThat(HeaderText.mailbox("Dr. Karl Vogt", "k@example.org", UTF_8))
                .isEqualTo("\"Dr. Karl Vogt\" <k@example.org>");
    }
}
