package org.waxwing.mail.mime;

import java.util.Locale;
import org.waxwing.domain.mailbox.Protection;

/** Tells by their looks which parts of a message are signed or encrypted. */
final class Protections {
    private static final String ARMOUR = "-----BEGIN PGP ";

    private Protections() {}

    /** Of a multipart, by the protocol it names (RFC 1847). */
    static Protection ofMultipart(Entity entity) {
        var protocol = entity.typeParameters().get("protocol").orElse("").toLowerCase(Locale.ROOT);
        if (entity.subtype().equals("signed")) return bySignature(protocol);
        if (entity.subtype().equals("encrypted") && protocol.contains("pgp-encrypted")) return Protection.PGP_ENCRYPTED;
        return Protection.NONE;
    }

    /**
     * Of a part that is a file.
     *
     * @param around the subtype of the multipart it is in
     */
    static Protection ofFile(Entity entity, String around) {
        if (around.equals("signed")) return bySignature(entity.type());
        // also where a server on the way made an ordinary multipart of it
        return entity.type().equals("application/pgp-encrypted") ? Protection.PGP_ENCRYPTED : Protection.NONE;
    }

    private static Protection bySignature(String type) {
        if (type.contains("pgp-signature")) return Protection.PGP_SIGNED;
        return type.contains("pkcs7-signature") ? Protection.SMIME_SIGNED : Protection.NONE;
    }

    /** Of a file that should be S/MIME but could not be looked into, by what its header says. */
    static Protection ofUnopened(Entity entity) {
        return switch (entity.typeParameters().get("smime-type").orElse("").toLowerCase(Locale.ROOT)) {
            case "enveloped-data", "authenveloped-data" -> Protection.SMIME_ENCRYPTED;
            case "signed-data" -> Protection.SMIME_SIGNED;
            default -> Protection.NONE;
        };
    }

    /** Of a text, by the armour in it (RFC 9580 §6.2, §7); what is quoted does not count. */
    static Protection ofText(String text) {
        if (hasBlock(text, "MESSAGE-----", "-----END PGP MESSAGE-----")) return Protection.PGP_ENCRYPTED;
        return hasBlock(text, "SIGNED MESSAGE-----", "-----END PGP SIGNATURE-----")
                ? Protection.PGP_SIGNED
                : Protection.NONE;
    }

    private static boolean hasBlock(String text, String kind, String end) {
        int begin = text.indexOf(ARMOUR);
        while (begin >= 0) {
            boolean beginsLine = begin == 0 || text.charAt(begin - 1) == '\n';
            if (beginsLine && text.startsWith(kind, begin + ARMOUR.length()))
                return text.indexOf("\n" + end, begin) >= 0;
            begin = text.indexOf(ARMOUR, begin + 1);
        }
        return false;
    }
}
