package org.waxwing.mail.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.ServerEndpoint;

/**
 * Providers that everybody knows, by their own domains and by the mail exchangers of the domains they host. That they
 * are here does not mean that they take a password: Google and Yahoo want one made for the program, Microsoft often none.
 */
final class KnownProviders {
    private static final List<Provider> ALL = List.of(
            tls("imap.gmail.com", "smtp.gmail.com", "gmail.com googlemail.com", "google.com googlemail.com"),
            new Provider(
                    Servers.tls("outlook.office365.com", 993),
                    Servers.startTls("smtp.office365.com", 587),
                    "outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp hotmail.com hotmail.de"
                            + " hotmail.fr hotmail.it hotmail.es hotmail.co.uk live.com live.de live.fr live.nl"
                            + " live.co.uk msn.com",
                    "mail.protection.outlook.com olc.protection.outlook.com mx.microsoft"),
            tls("imap.mail.yahoo.com", "smtp.mail.yahoo.com",
                    "yahoo.com yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.co.uk yahoo.ca yahoo.com.br yahoo.co.in"
                            + " ymail.com rocketmail.com",
                    "yahoodns.net"),
            tls("imap.aol.com", "smtp.aol.com", "aol.com aol.de aol.fr aol.co.uk aim.com", ""),
            new Provider(Servers.tls("imap.mail.me.com", 993), Servers.startTls("smtp.mail.me.com", 587),
                    "icloud.com me.com mac.com", "mail.icloud.com"),
            tls("imap.gmx.net", "mail.gmx.net", "gmx.de gmx.net gmx.at gmx.ch gmx.eu", ""),
            tls("imap.gmx.com", "mail.gmx.com", "gmx.com gmx.us gmx.co.uk gmx.fr", ""),
            tls("imap.web.de", "smtp.web.de", "web.de", ""),
            tls("imap.mail.com", "smtp.mail.com", "mail.com email.com usa.com", ""),
            tls("secureimap.t-online.de", "securesmtp.t-online.de", "t-online.de magenta.de", "t-online.de"),
            tls("imap.fastmail.com", "smtp.fastmail.com", "fastmail.com fastmail.fm", "messagingengine.com"),
            tls("imap.zoho.com", "smtp.zoho.com", "zoho.com zohomail.com", "zoho.com"),
            tls("imap.zoho.eu", "smtp.zoho.eu", "zoho.eu zohomail.eu", "zoho.eu"),
            tls("imap.mail.ru", "smtp.mail.ru", "mail.ru inbox.ru list.ru bk.ru internet.ru", "mail.ru"),
            tls("imap.yandex.com", "smtp.yandex.com", "yandex.ru yandex.com ya.ru", "yandex.ru yandex.net"),
            tls("imap.qq.com", "smtp.qq.com", "qq.com foxmail.com", ""),
            tls("imap.exmail.qq.com", "smtp.exmail.qq.com", "", "mxbiz1.qq.com mxbiz2.qq.com"),
            tls("imap.163.com", "smtp.163.com", "163.com", ""),
            tls("imap.126.com", "smtp.126.com", "126.com", ""),
            tls("imap.yeah.net", "smtp.yeah.net", "yeah.net", ""),
            tls("imap.sina.com", "smtp.sina.com", "sina.com", ""),
            tls("imap.naver.com", "smtp.naver.com", "naver.com", ""),
            tls("posteo.de", "posteo.de", "posteo.de posteo.net posteo.eu", "posteo.de"),
            tls("imap.mailbox.org", "smtp.mailbox.org", "mailbox.org", "mailbox.org"),
            tls("imap.freenet.de", "mx.freenet.de", "freenet.de", ""),
            tls("imap.orange.fr", "smtp.orange.fr", "orange.fr wanadoo.fr", ""),
            tls("imap.free.fr", "smtp.free.fr", "free.fr", ""),
            tls("imap.laposte.net", "smtp.laposte.net", "laposte.net", ""),
            tls("imapmail.libero.it", "smtp.libero.it", "libero.it", ""),
            tls("imap.wp.pl", "smtp.wp.pl", "wp.pl", ""),
            tls("imap.poczta.onet.pl", "smtp.poczta.onet.pl", "onet.pl op.pl", ""),
            tls("imap.seznam.cz", "smtp.seznam.cz", "seznam.cz email.cz", "seznam.cz"),
            tls("imap.bluewin.ch", "smtpauths.bluewin.ch", "bluewin.ch", ""),
            tls("imap.ionos.de", "smtp.ionos.de", "", "kundenserver.de ionos.de"),
            tls("imap.ionos.com", "smtp.ionos.com", "", "ionos.com perfora.net"),
            tls("ssl0.ovh.net", "ssl0.ovh.net", "", "mail.ovh.net"),
            tls("mail.gandi.net", "mail.gandi.net", "gandi.net", "mail.gandi.net"),
            tls("imap.secureserver.net", "smtpout.secureserver.net", "", "secureserver.net"),
            tls("mail.infomaniak.com", "mail.infomaniak.com", "ik.me etik.com", "infomaniak.ch"),
            tls("imap.migadu.com", "smtp.migadu.com", "", "migadu.com"));
    private static final Map<String, Servers> BY_DOMAIN = index(true);
    private static final Map<String, Servers> BY_EXCHANGER = index(false);

    private KnownProviders() {}

    /** One provider; domains and the ends of exchangers' names are parted by spaces. */
    private record Provider(ServerEndpoint incoming, ServerEndpoint outgoing, String domains, String exchangers) {}

    private static Provider tls(String incoming, String outgoing, String domains, String exchangers) {
        return new Provider(Servers.tls(incoming, 993), Servers.tls(outgoing, 465), domains, exchangers);
    }

    /** The provider to whom an address of that domain belongs. */
    static Optional<Servers> ofDomain(String domain) {
        return Optional.ofNullable(BY_DOMAIN.get(domain));
    }

    /** The provider that takes mail at that exchanger (RFC 5321 §5.1). */
    static Optional<Servers> ofExchanger(String host) {
        for (var end = host; !end.isEmpty(); end = parent(end)) {
            var servers = BY_EXCHANGER.get(end);
            if (servers != null) return Optional.of(servers);
        }
        return Optional.empty();
    }

    private static String parent(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }

    private static Map<String, Servers> index(boolean domains) {
        var index = new HashMap<String, Servers>();
        for (var provider : ALL)
            for (var name : (domains ? provider.domains() : provider.exchangers()).split(" ", -1))
                if (!name.isEmpty()) index.put(name, Servers.of(provider.incoming(), provider.outgoing()));
        return Map.copyOf(index);
    }
}
