package org.waxwing.mail.imap;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.mailbox.MailboxRole;

/**
 * What folders are for: by their attributes (RFC 6154, and those of XLIST before it), else by the names that mail programs
 * give them. Views such as Gmail's Starred and Important have no role: they hold what lies elsewhere.
 */
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
    // Russian, Ukrainian, Turkish, Chinese, Japanese, Korean, Hungarian, Romanian, Greek, Bulgarian, Serbian, Croatian,
    // Slovenian, Slovak, Catalan, Estonian, Latvian, Lithuanian, Hebrew, Arabic, Persian, Thai, Vietnamese, Indonesian,
    // as the widespread programs and providers write them
    static final Map<MailboxRole, List<String>> NAMES = Map.of(
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
                    "寄件備份", "送信済み", "送信済みアイテム", "送信済みトレイ", "送信済みメール", "보낸 편지함", "보낸편지함", "보낸 메일함", "elküldött",
                    "elküldött elemek", "elküldött üzenetek", "trimise", "elemente trimise", "mesaje trimise",
                    "απεσταλμένα", "σταλμένα", "изпратени", "послато", "poslano", "poslane stavke", "poslano poštom",
                    "odoslané", "odoslaná pošta", "elements enviats", "enviats", "saadetud", "saadetud üksused",
                    "nosūtītie", "išsiųsti", "išsiųstieji", "פריטים שנשלחו", "נשלח", "العناصر المرسلة", "المرسلة",
                    "البريد المرسل", "ارسال شده", "ارسال‌شده‌ها", "จดหมายที่ส่ง", "รายการที่ถูกส่ง", "ส่งแล้ว",
                    "đã gửi", "thư đã gửi", "mục đã gửi", "terkirim", "item terkirim", "sent objects", "objets envoyés",
                    "verstuurd", "verzonden e-mail", "skickat post", "sendt e-post", "lähetetty", "lähetetyt viestit",
                    "odeslaná", "wysłana poczta", "отправленные элементы", "надіслані елементи", "gönderilmiş postalar",
                    "gönderilen", "已发邮件", "已傳送", "已傳送的郵件", "已寄出", "寄件匣備份"),
            MailboxRole.DRAFTS,
            List.of(
                    "drafts", "draft", "entwürfe", "entwurf", "brouillons", "brouillon", "borradores", "borrador",
                    "bozze", "bozza", "concepten", "concept", "szkice", "kopie robocze", "wersje robocze",
                    "rascunhos", "rascunho", "utkast", "kladder", "kladde", "luonnokset", "koncepty", "rozepsané",
                    "черновики", "чернетки", "taslaklar", "草稿", "草稿箱", "下書き", "임시 보관함", "임시보관함", "piszkozatok",
                    "piszkozat", "ciorne", "schițe", "πρόχειρα", "чернови", "skice", "nacrti", "osnutki",
                    "koncepty správ", "rozpísané", "esborranys", "mustandid", "melnraksti", "juodraščiai", "טיוטות",
                    "المسودات", "مسودات", "پیش‌نویس‌ها", "پیش نویس", "แบบร่าง", "จดหมายร่าง", "thư nháp", "bản nháp",
                    "nháp", "draf", "draft items", "konsepter", "kladder og udkast", "ebauches", "ébauches", "草稿匣",
                    "草稿夹", "下書き箱", "черновик"),
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
                    "削除済みアイテム", "휴지통", "지운 편지함", "삭제된 항목", "lomtár", "kuka", "törölt elemek", "törölt", "coș de gunoi",
                    "coș", "gunoi", "elemente șterse", "șterse", "κάδος", "κάδος ανακύκλωσης", "κάδος απορριμμάτων",
                    "διαγραμμένα", "кошче", "изтрити", "смеће", "otpad", "smeće", "izbrisano", "kôš", "odstránené",
                    "odstránená pošta", "paperera", "elements suprimits", "suprimits", "prügikast", "kustutatud",
                    "kustutatud üksused", "miskaste", "atkritne", "dzēstie vienumi", "šiukšlinė", "šiukšliadėžė",
                    "ištrinti", "אשפה", "פריטים שנמחקו", "פח", "المهملات", "سلة المهملات", "العناصر المحذوفة",
                    "زباله‌دان", "سطل زباله", "ถังขยะ", "รายการที่ถูกลบ", "thùng rác", "mục đã xóa", "đã xóa", "sampah",
                    "tong sampah", "item terhapus", "wastebasket", "rubbish", "recycle bin", "eliminados",
                    "elementos borrados", "borrados", "supprimés", "éléments effacés", "verwijderd",
                    "verwijderde objecten", "borttagna", "slettet", "slettede", "søppel", "søppelkurv", "poistetut",
                    "poistetut viestit", "odstraněné", "smazané", "usunięte elementy", "удаленные элементы", "видалені",
                    "çöp", "silinenler", "已删除的邮件", "已刪除", "回收站", "垃圾箱", "廢紙簍", "废纸篓", "削除済み", "削除済みメール"),
            MailboxRole.JUNK,
            List.of(
                    "junk", "spam", "junk e-mail", "junk email", "junk mail", "bulk", "bulk mail", "spamverdacht",
                    "junk-e-mail", "unerwünscht", "unerwünschte werbung", "courrier indésirable", "indésirables",
                    "pourriel", "correo no deseado", "no deseado", "posta indesiderata", "indesiderata",
                    "ongewenste e-mail", "ongewenst", "wiadomości-śmieci", "niechciane", "lixo eletrônico",
                    "correio publicitário não solicitado", "lixo eletrónico", "skräppost", "uønsket mail",
                    "uønsket e-post", "søppelpost", "roskaposti", "nevyžádaná pošta", "nevyžádané", "спам",
                    "нежелательная почта", "небажана пошта", "önemsiz e-posta", "垃圾邮件", "垃圾郵件", "迷惑メール",
                    "스팸메일함", "스팸", "스팸 메일함", "스팸함", "정크 메일", "levélszemét", "spamek", "mesaje nedorite", "nedorite",
                    "ανεπιθύμητα", "ανεπιθύμητη αλληλογραφία", "нежелана поща", "спам поща", "непожељно",
                    "neželjena pošta", "neželena pošta", "nevyžiadaná pošta", "nevyžiadané", "correu brossa",
                    "correu no desitjat", "rämpspost", "surogātpasts", "mēstules", "brukalas", "šlamštas",
                    "nepageidaujami", "דואר זבל", "ספאם", "البريد العشوائي", "بريد مؤذي", "بريد غير هام", "هرزنامه",
                    "جفنگ", "สแปม", "อีเมลขยะ", "จดหมายขยะ", "thư rác", "spam mail", "surel sampah", "spamfolder",
                    "spamordner", "junk-mail", "junkmail", "unerwünschte e-mails", "werbung und spam", "indésirable",
                    "pourriels", "courriel indésirable", "correo basura", "posta spazzatura", "spamverdachte berichten",
                    "śmieci", "wiadomości śmieci", "skräp", "skräpmejl", "uønsket", "uønskede e-mails", "roskapostit",
                    "nevyžádaná", "нежелательные", "сомнительные", "небажані", "istenmeyen", "gereksiz", "垃圾信件", "广告邮件",
                    "迷惑メールフォルダ"),
            MailboxRole.ARCHIVE,
            List.of(
                    "archive", "archives", "archived", "archiv", "archivés", "archivo", "archivio", "archivi",
                    "archief", "archiwum", "arquivo", "arkiv", "arkiverat", "arkisto", "archivovat", "архив",
                    "архів", "arşiv", "归档", "存档", "封存", "アーカイブ", "보관함", "보관 처리", "archívum", "archiválva", "arhivă",
                    "arhiva", "αρχείο", "αρχειοθήκη", "архива", "архивирани", "arhiv", "archív", "arxiu", "arxiva",
                    "arhiiv", "arhīvs", "archyvas", "archyvai", "ארכיון", "الأرشيف", "أرشيف", "بایگانی", "เก็บถาวร",
                    "ที่เก็บถาวร", "lưu trữ", "kho lưu trữ", "arsip", "archiviati", "archivado", "archivados",
                    "arquivos", "arquivadas", "gearchiveerd", "arkiverede", "zarchiwizowane", "archivace", "архивные",
                    "архивированные", "arşivlenenler", "已存档", "已歸檔", "歸檔"),
            MailboxRole.ALL,
            List.of(
                    "all mail", "alle nachrichten", "alle e-mails", "tous les messages", "todos", "todo el correo",
                    "todos os e-mails", "tutti i messaggi", "tutta la posta", "alle berichten", "wszystkie",
                    "cała poczta", "all e-post", "al post", "kaikki viestit", "všechny zprávy", "вся почта",
                    "всі листи",
                    "tüm postalar", "所有邮件", "所有郵件", "全部郵件", "すべてのメール", "전체보관함", "összes levél",
                    "toate mesajele", "όλα τα μηνύματα"));
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
