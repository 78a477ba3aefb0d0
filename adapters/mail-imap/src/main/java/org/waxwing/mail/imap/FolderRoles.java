package org.waxwing.mail.imap;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.mailbox.MailboxRole;

/** What folders are for: by their attributes (RFC 6154), else by the names that mail programs give them. */
final class FolderRoles {
    static final String INBOX = "INBOX";
    private static final Map<String, MailboxRole> BY_ATTRIBUTE = Map.of(
            // Gmail's All Mail is \All; taking it for \Archive would make every message archived
            "\\all",
            MailboxRole.ALL,
            "\\allmail",
            MailboxRole.ALL,
            "\\archive",
            MailboxRole.ARCHIVE,
            "\\drafts",
            MailboxRole.DRAFTS,
            "\\sent",
            MailboxRole.SENT,
            "\\junk",
            MailboxRole.JUNK,
            "\\spam",
            MailboxRole.JUNK,
            "\\trash",
            MailboxRole.TRASH);

    // English, German, French, Spanish, Italian, Dutch, Polish, Portuguese, Swedish, Danish, Norwegian, Finnish, Czech,
    // Russian, Ukrainian, Turkish, Chinese, Japanese, Korean, as the widespread programs and providers write them
    private static final Map<MailboxRole, List<String>> NAMES = Map.of(
            MailboxRole.SENT,
            List.of(
                    "sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet", "gesendete elemente",
                    "gesendete objekte", "gesendete nachrichten", "envoyés", "éléments envoyés", "messages envoyés",
                    "courrier envoyé", "enviados", "elementos enviados", "mensajes enviados", "correo enviado",
                    "inviati", "posta inviata", "elementi inviati", "messaggi inviati", "verzonden",
                    "verzonden items", "verzonden berichten", "wysłane", "elementy wysłane", "itens enviados",
                    "mensagens enviadas", "e-mails enviados", "skickat", "skickade", "skickade objekt",
                    "sendt", "sendt post", "sendte elementer", "sendte", "lähetetyt", "odeslané", "odeslaná pošta",
                    "отправленные", "надіслані", "gönderilmiş öğeler", "gönderilenler", "已发送", "已发送邮件", "已傳送郵件",
                    "寄件備份", "送信済み", "送信済みアイテム", "送信済みトレイ", "送信済みメール", "보낸 편지함", "보낸편지함"),
            MailboxRole.DRAFTS,
            List.of(
                    "drafts", "draft", "entwürfe", "entwurf", "brouillons", "brouillon", "borradores", "borrador",
                    "bozze", "bozza", "concepten", "concept", "szkice", "kopie robocze", "wersje robocze",
                    "rascunhos", "rascunho", "utkast", "kladder", "kladde", "luonnokset", "koncepty", "rozepsané",
                    "черновики", "чернетки", "taslaklar", "草稿", "草稿箱", "下書き", "임시 보관함", "임시보관함"),
            MailboxRole.TRASH,
            List.of(
                    "trash", "deleted", "deleted items", "deleted messages", "bin", "papierkorb",
                    "gelöschte elemente", "gelöschte objekte", "gelöscht", "corbeille", "éléments supprimés",
                    "messages supprimés", "papelera", "elementos eliminados", "cestino", "posta eliminata",
                    "elementi eliminati", "prullenbak", "verwijderde items", "kosz", "elementy usunięte",
                    "usunięte", "lixeira", "lixo", "itens eliminados", "itens excluídos", "papperskorgen",
                    "borttaget", "borttagna objekt", "papirkurv", "slettet post", "slettede elementer",
                    "papirkurven", "roskakori", "koš", "odstraněná pošta", "корзина", "удаленные", "удалённые",
                    "кошик", "çöp kutusu", "silinmiş öğeler", "已删除", "已删除邮件", "垃圾桶", "刪除的郵件", "ゴミ箱", "ごみ箱",
                    "削除済みアイテム", "휴지통", "지운 편지함"),
            MailboxRole.JUNK,
            List.of(
                    "junk", "spam", "junk e-mail", "junk email", "junk mail", "bulk", "bulk mail", "spamverdacht",
                    "junk-e-mail", "unerwünscht", "unerwünschte werbung", "courrier indésirable", "indésirables",
                    "pourriel", "correo no deseado", "no deseado", "posta indesiderata", "indesiderata",
                    "ongewenste e-mail", "ongewenst", "wiadomości-śmieci", "niechciane", "lixo eletrônico",
                    "correio publicitário não solicitado", "lixo eletrónico", "skräppost", "uønsket mail",
                    "uønsket e-post", "søppelpost", "roskaposti", "nevyžádaná pošta", "nevyžádané", "спам",
                    "нежелательная почта", "небажана пошта", "önemsiz e-posta", "垃圾邮件", "垃圾郵件", "迷惑メール",
                    "스팸메일함", "스팸"),
            MailboxRole.ARCHIVE,
            List.of(
                    "archive", "archives", "archived", "archiv", "archivés", "archivo", "archivio", "archivi",
                    "archief", "archiwum", "arquivo", "arkiv", "arkiverat", "arkisto", "archivovat", "архив",
                    "архів", "arşiv", "归档", "存档", "封存", "アーカイブ", "보관함"),
            MailboxRole.ALL,
            List.of("all mail", "alle nachrichten", "tous les messages", "todos"));
    private static final Map<String, MailboxRole> BY_NAME = byName();

    private FolderRoles() {}

    /** A folder as far as it matters for its role. */
    record Folder(String path, char delimiter, List<String> attributes, boolean selectable) {
        private Optional<MailboxRole> byAttribute() {
            return attributes.stream()
                    .map(attribute -> BY_ATTRIBUTE.get(attribute.toLowerCase(Locale.ROOT)))
                    .filter(role -> role != null)
                    .findFirst();
        }

        private Optional<MailboxRole> byName() {
            int cut = delimiter == 0 ? -1 : path.lastIndexOf(delimiter);
            var parent = cut <= 0 ? "" : path.substring(0, cut);
            // "Projects/Sent" is somebody's own; below INBOX and Gmail's folder lies what other servers have at the top
            boolean ownedByServer = parent.isEmpty()
                    || parent.equalsIgnoreCase("INBOX")
                    || parent.equals("[Gmail]")
                    || parent.equals("[Google Mail]");
            return ownedByServer
                    ? Optional.ofNullable(BY_NAME.get(plain(path.substring(cut + 1))))
                    : Optional.empty();
        }
    }

    /** The role of each path; at most one folder has a role other than NONE, the first that the server lists. */
    static Map<String, MailboxRole> of(List<Folder> folders) {
        var holders = new EnumMap<MailboxRole, String>(MailboxRole.class);
        holders.put(MailboxRole.INBOX, INBOX);
        for (var folder : folders) folder.byAttribute().ifPresent(role -> hold(holders, role, folder));
        for (var folder : folders) folder.byName().ifPresent(role -> hold(holders, role, folder));
        var roles = new HashMap<String, MailboxRole>();
        holders.forEach((role, path) -> roles.put(path, role));
        return roles;
    }

    private static void hold(Map<MailboxRole, String> holders, MailboxRole role, Folder folder) {
        if (folder.selectable() && !holders.containsValue(folder.path())) holders.putIfAbsent(role, folder.path());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, MailboxRole> byName() {
        var roles = new HashMap<String, MailboxRole>();
        NAMES.forEach((role, names) -> names.forEach(name -> roles.put(plain(name), role)));
        return Map.copyOf(roles);
    }
}
