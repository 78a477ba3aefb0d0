package org.waxwing.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.mailbox.MailboxRole;

class FolderRolesTest {
    private static FolderRoles.Folder folder(String path, String... attributes) {
        return new FolderRoles.Folder(path, '/', List.of(attributes), true);
    }

    @ParameterizedTest
    @CsvSource({"Gesendet,SENT", "Éléments envoyés,SENT", "ОТПРАВЛЕННЫЕ,SENT", "已发送,SENT", "נשלח,SENT",
            "Entwürfe,DRAFTS", "المسودات,DRAFTS", "Lomtár,TRASH", "Κάδος,TRASH", "INBOX/Papierkorb,TRASH",
            "[Gmail]/ถังขยะ,TRASH", "Nevyžiadaná pošta,JUNK", "Thư rác,JUNK", "垃圾邮件,JUNK", "Arhivă,ARCHIVE",
            "アーカイブ,ARCHIVE", "Projects/Sent,NONE", "Lunch,NONE"})
    void knows_what_a_folder_is_for_by_its_name(String path, MailboxRole expected) {
        assertThat(FolderRoles.of(List.of(folder(path))).getOrDefault(path, MailboxRole.NONE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"\\Sent,SENT", "\\Drafts,DRAFTS", "\\Trash,TRASH", "\\Junk,JUNK", "\\Spam,JUNK", "\\Archive,ARCHIVE",
            "\\All,ALL", "\\AllMail,ALL", "\\Starred,NONE", "\\Flagged,NONE", "\\Important,NONE"})
    void believes_the_server_before_the_name(String attribute, MailboxRole expected) {
        var roles = FolderRoles.of(List.of(folder("Papierkorb"), folder("Anything", "\\HasNoChildren", attribute)));

        assertThat(roles.getOrDefault("Anything", MailboxRole.NONE)).isEqualTo(expected);
        assertThat(roles.get("Papierkorb")).isEqualTo(
                expected == MailboxRole.TRASH ? null : MailboxRole.TRASH);
    }

    @Test
    void knows_no_name_for_two_things() {
        var roles = new HashMap<String, MailboxRole>();
        FolderRoles.NAMES.forEach((role, names) -> names.forEach(name -> {
            var other = roles.put(name.toLowerCase(Locale.ROOT), role);
            assertThat(other).as(name).isIn(null, role);
        }));
        assertThat(roles).hasSizeGreaterThan(400);
    }
}
