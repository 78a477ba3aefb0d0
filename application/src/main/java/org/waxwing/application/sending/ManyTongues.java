package org.waxwing.application.sending;

/** What strangers are told, in all the languages of the house: nobody knows which of them they read. */
final class ManyTongues {
    private ManyTongues() {}

    /** Beside a message that is passed on. */
    static String passedOn(String by) {
        return """
                %1$s has this message passed on to you automatically.
                %1$s lässt diese Nachricht automatisch an Sie weiterleiten.
                %1$s 将此邮件自动转发给您。
                """.formatted(by);
    }

    /** The subject of a message with a code. */
    static String codeSubject(String code) {
        return code + " – Waxwing";
    }

    /** A message with a code. */
    static String code(String code, String by) {
        return """
                %2$s wants to have mail passed on to this address. If you want that, type this code in Waxwing: %1$s
                If you know nothing of this, do nothing: without the code no mail is passed on.

                %2$s möchte E-Mails an diese Adresse weiterleiten lassen. Wenn Sie das wollen, geben Sie in Waxwing diesen Code ein: %1$s
                Wenn Sie nichts davon wissen, tun Sie nichts: Ohne den Code wird nichts weitergeleitet.

                %2$s 希望将邮件转发到此地址。如果您同意，请在 Waxwing 中输入此代码：%1$s
                如果您不知情，请忽略：没有代码就不会转发任何邮件。
                """.formatted(code, by);
    }
}
