package org.waxwing.mail.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.account.SuggestedSettings.Source;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.mail.network.Reach;

class NetworkSettingsDiscoveryTest {
    private static final EmailAddress ALICE = EmailAddress.of("Alice@Firm.example");
    private static final String AUTOCONFIG = """
            <?xml version="1.0"?>
            <clientConfig version="1.1"><emailProvider id="firm.example">
              <incomingServer type="pop3"><hostname>127.0.0.9</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
              <incomingServer type="imap"><hostname>127.0.0.9</hostname><port>143</port><socketType>plain</socketType></incomingServer>
              <incomingServer type="imap"><hostname>127.0.0.1</hostname><port>993</port><socketType>SSL</socketType>
                <username>%EMAILLOCALPART%</username></incomingServer>
              <outgoingServer type="smtp"><hostname>127.0.0.2</hostname><port>587</port><socketType>STARTTLS</socketType></outgoingServer>
            </emailProvider></clientConfig>
            """;

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, String> documents = new HashMap<>();
    private final Set<ServerEndpoint> listening = new HashSet<>();

    private Optional<SuggestedSettings> discover(EmailAddress address, String list, boolean allowPrivateHosts) {
        return new NetworkSettingsDiscovery(
                list,
                new Reach(allowPrivateHosts),
                (name, type) -> names.getOrDefault(type + " " + name, List.of()),
                (host, path) -> Optional.ofNullable(documents.get(host + path)).map(text -> text.getBytes(UTF_8)),
                listening::contains)
                .discover(address);
    }

    private SuggestedSettings found(EmailAddress address) {
        return discover(address, "", true).orElseThrow(() -> new AssertionError("Nothing found"));
    }

    private static ServerEndpoint tls(String host, int port) {
        return new ServerEndpoint(host, port, ConnectionSecurity.TLS);
    }

    private static ServerEndpoint startTls(String host, int port) {
        return new ServerEndpoint(host, port, ConnectionSecurity.STARTTLS);
    }

    @Test
    void follows_the_administrator_before_anybody_else() {
        var list = "gmail.com=imap:10.0.0.1:143:none,smtp:10.0.0.1:25:none;user=localpart";

        assertThat(discover(EmailAddress.of("bob@gmail.com"), list, false)).hasValueSatisfying(it -> {
            assertThat(it.source()).isEqualTo(Source.ADMINISTRATOR);
            assertThat(it.username()).isEqualTo("bob");
            assertThat(it.incoming()).isEqualTo(new ServerEndpoint("10.0.0.1", 143, ConnectionSecurity.NONE));
        });
    }

    @Test
    void knows_the_large_providers() {
        assertThat(found(EmailAddress.of("bob@gmail.com"))).isEqualTo(new SuggestedSettings(
                tls("imap.gmail.com", 993), tls("smtp.gmail.com", 465), "bob@gmail.com", Source.KNOWN_PROVIDER));
        assertThat(found(EmailAddress.of("bob@outlook.com")).outgoing())
                .isEqualTo(startTls("smtp.office365.com", 587));
        for (var domain : List.of("yahoo.com", "aol.com", "icloud.com", "gmx.de", "web.de", "fastmail.com", "zoho.com",
                "t-online.de", "mail.ru", "qq.com", "163.com"))
            assertThat(found(EmailAddress.of("bob@" + domain)).source()).isEqualTo(Source.KNOWN_PROVIDER);
    }

    @Test
    void believes_what_a_domain_publishes_in_the_name_system() {
        names.put("SRV _imaps._tcp.firm.example",
                List.of("20 1 993 127.0.0.20.", "10 1 993 127.0.0.11.", "10 9 9993 127.0.0.10."));
        names.put("SRV _submission._tcp.firm.example", List.of("0 0 587 127.0.0.30."));
        documents.put("autoconfig.firm.example/mail/config-v1.1.xml", AUTOCONFIG);

        assertThat(found(ALICE)).isEqualTo(new SuggestedSettings(
                tls("127.0.0.10", 9993), startTls("127.0.0.30", 587), "Alice@Firm.example", Source.DOMAIN));
    }

    @Test
    void takes_a_dot_for_no_service() {
        names.put("SRV _imaps._tcp.firm.example", List.of("0 0 0 ."));
        names.put("SRV _imap._tcp.firm.example", List.of("nonsense", "0 0 99999 127.0.0.1.", "0 0 143 127.0.0.1."));

        assertThat(found(ALICE).incoming()).isEqualTo(startTls("127.0.0.1", 143));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "autoconfig.firm.example/mail/config-v1.1.xml", "firm.example/.well-known/autoconfig/mail/config-v1.1.xml"})
    void reads_autoconfig_documents(String where) {
        documents.put(where, AUTOCONFIG);

        assertThat(found(ALICE)).isEqualTo(new SuggestedSettings(
                tls("127.0.0.1", 993), startTls("127.0.0.2", 587), "Alice", Source.DOMAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "<", "<html>not found</html>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><clientConfig>&e;</clientConfig>",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><clientConfig>&b;</clientConfig>",
            "<clientConfig><incomingServer type=\"imap\"><hostname>/etc</hostname><port>x</port></incomingServer></clientConfig>"})
    void does_without_documents_that_are_none(String document) {
        documents.put("autoconfig.firm.example/mail/config-v1.1.xml", document);

        assertThat(discover(ALICE, "", true)).isEmpty();
    }

    @Test
    void recognises_the_provider_that_takes_the_mail() {
        names.put("MX firm.example", List.of("10 aspmx.l.google.com.", "20 alt1.aspmx.l.google.com."));

        assertThat(found(ALICE)).isEqualTo(new SuggestedSettings(
                tls("imap.gmail.com", 993), tls("smtp.gmail.com", 465), "Alice@Firm.example", Source.KNOWN_PROVIDER));
    }

    @Test
    void guesses_the_usual_names_last() {
        listening.addAll(Set.of(startTls("imap.firm.example", 143), tls("mail.firm.example", 993),
                startTls("smtp.firm.example", 587)));

        assertThat(found(ALICE)).isEqualTo(new SuggestedSettings(
                startTls("imap.firm.example", 143), startTls("smtp.firm.example", 587), "Alice@Firm.example",
                Source.GUESS));
    }

    @Test
    void does_not_suggest_hosts_that_may_not_be_reached() {
        names.put("SRV _imaps._tcp.firm.example", List.of("0 0 993 127.0.0.1."));
        documents.put("autoconfig.firm.example/mail/config-v1.1.xml", AUTOCONFIG);

        assertThat(discover(ALICE, "", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "alice@localhost", "alice@127.0.0.1", "alice@a/b.example", "alice@-.example", "@"})
    void looks_for_nothing_behind_what_is_no_domain(String address) {
        names.put("SRV _imaps._tcp.localhost", List.of("0 0 993 127.0.0.1."));

        assertThat(discover(EmailAddress.of(address), "", true)).isEmpty();
    }

    @Test
    void finds_nothing_within_seconds_where_there_is_nothing() {
        var found = Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> new NetworkSettingsDiscovery("", false).discover(EmailAddress.of("alice@nowhere.invalid")));

        assertThat(found).isEmpty();
    }

    @Test
    void reads_records_that_a_name_server_sends() throws Exception {
        try (var server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Thread.ofVirtual().start(() -> answerOnce(server));

            assertThat(new JndiNameRecords("dns://127.0.0.1:" + server.getLocalPort())
                    .lookUp("_imaps._tcp.firm.example", "SRV"))
                    .singleElement()
                    .satisfies(record -> assertThat(record).matches("10 5 993 imap\\.firm\\.example\\.?"));
        }
    }

    /** One SRV record for whatever is asked (RFC 1035 §4, RFC 2782). */
    private static void answerOnce(DatagramSocket server) {
        try {
            var question = new DatagramPacket(new byte[512], 512);
            server.receive(question);
            var answer = ByteBuffer.allocate(512);
            int end = 12;
            while (question.getData()[end] != 0) end += question.getData()[end] + 1;
            answer.put(question.getData(), 0, end + 5);
            answer.putShort(2, (short) 0x8180).putShort(4, (short) 1).putShort(6, (short) 1).putInt(8, 0);
            // the name asked for, SRV, IN, a minute, and the data
            answer.putShort((short) 0xC00C).putShort((short) 33).putShort((short) 1).putInt(60).putShort((short) 25);
            answer.putShort((short) 10).putShort((short) 5).putShort((short) 993);
            for (var label : List.of("imap", "firm", "example"))
                answer.put((byte) label.length()).put(label.getBytes(UTF_8));
            answer.put((byte) 0);
            server.send(new DatagramPacket(answer.array(), answer.position(), question.getSocketAddress()));
        } catch (IOException e) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    @Test
    void brings_its_own_resolver() {
        // whatever it answers, the JDK's provider has to be there
        assertThat(new JndiNameRecords().lookUp("nowhere.invalid", "MX")).isEmpty();
        assertThat(ModuleLayer.boot().findModule("jdk.naming.dns")).isPresent();
    }
}
