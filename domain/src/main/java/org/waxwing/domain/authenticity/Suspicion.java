package org.waxwing.domain.authenticity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waxwing.domain.links.HostName;
import org.waxwing.domain.links.LinkCheck;
import org.waxwing.domain.links.Resemblance;

/** Looks at a message as somebody would who has been deceived before. Says little, and nothing without a reason. */
public final class Suspicion {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@([\\w-]+(?:\\.[\\w-]+)+)");
    private static final Set<String> FOR_ANYBODY = Set.of(
            "163.com", "aol.com", "freenet.de", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com",
            "icloud.com", "live.com", "mail.com", "mail.ru", "outlook.com", "proton.me", "protonmail.com", "qq.com",
            "t-online.de", "web.de", "yahoo.com", "yandex.com", "yandex.ru");
    private static final int LOOKED_AT = 6_000;
    // what is asked for, in the words of those who ask; \b does not know Chinese
    private static final Pattern SECRETS = Pattern.compile(
            "\\b(?:verify|confirm|validate|restore|unlock|re-?activate|update)\\b[^.!?\\n]{0,60}\\b(?:account|password|identity"
                    + "|sign-?in|log-?in|mailbox|card|details|credentials)\\b"
                    + "|\\b(?:account|mailbox|access)\\b[^.!?\\n]{0,40}\\b(?:suspended|locked|limited|restricted|blocked|disabled"
                    + "|expire[sd]?)\\b"
                    + "|\\bpassword\\b[^.!?\\n]{0,30}\\bexpire"
                    + "|\\b(?:bestätigen|verifizieren|prüfen|aktualisieren|überprüfen)\\b[^.!?\\n]{0,60}\\b(?:konto|daten|passwort"
                    + "|kennwort|identität|zugang|karte)"
                    + "|\\b(?:konto|daten|passwort|kennwort|identität|zugang|karte)\\b[^.!?\\n]{0,60}\\b(?:bestätigen"
                    + "|verifizieren|aktualisieren|überprüfen)\\b"
                    + "|\\b(?:konto|postfach|zugang)\\b[^.!?\\n]{0,40}\\b(?:gesperrt|eingeschränkt|deaktiviert|abgelaufen)\\b"
                    + "|(?:验证|确认|更新|恢复)[^。！？\\n]{0,20}(?:账户|帐户|账号|密码|身份|银行卡)|(?:账户|帐户|账号|邮箱)[^。！？\\n]{0,15}(?:冻结|暂停|限制|停用|过期)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MONEY = Pattern.compile(
            "\\bgift ?cards?\\b|\\b(?:bitcoin|btc|usdt)\\b[^.!?\\n]{0,40}\\b(?:wallet|address|pay|send)"
                    + "|\\b(?:new|changed?|updated?)\\b[^.!?\\n]{0,30}\\b(?:bank(?:ing)?|account) (?:details|account|information)\\b"
                    + "|\\bwire\\b[^.!?\\n]{0,30}\\b(?:transfer|funds|money)\\b|\\bsmall fee\\b|\\b(?:you|address) (?:have|has) won\\b"
                    + "|\\binheritance\\b[^.!?\\n]{0,60}\\b(?:million|fund|claim)"
                    + "|\\b(?:neue|geänderte)\\w*\\b[^.!?\\n]{0,30}\\b(?:bankverbindung|kontodaten|iban)\\b|\\bgutscheinkarten?\\b"
                    + "|\\b(?:bankverbindung|kontodaten|iban)\\b[^.!?\\n]{0,40}\\b(?:geändert|neu)\\b|\\bkleine gebühr\\b"
                    + "|(?:新|变更)[^。！？\\n]{0,12}(?:银行账户|收款账户|账号信息)|礼品卡|手续费[^。！？\\n]{0,12}(?:支付|转账)|中奖",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private Suspicion() {}

    /** What there is to say, the gravest first; usually nothing. */
    public static List<Hint> of(Evidence evidence) {
        var hints = new ArrayList<Hint>();
        boolean own = evidence.own().stream().anyMatch(it -> it.key().equals(evidence.from().key()));
        if (evidence.authentication().standing() == Authentication.Standing.FAILED)
            hints.add(new Hint.NotTheirs(evidence.from().domain()));
        if (own || evidence.from().address().isEmpty()) return hints;
        otherAddress(evidence).ifPresent(hints::add);
        // whoever was written to is known, whatever they are called
        if (evidence.writtenTo()) return hints;
        strangeDomain(evidence).ifPresent(hints::add);
        yourName(evidence).ifPresent(hints::add);
        answersElsewhere(evidence).ifPresent(hints::add);
        hints.addAll(wishes(evidence));
        return hints;
    }

    private static Optional<Hint> otherAddress(Evidence evidence) {
        var named = ADDRESS.matcher(evidence.from().name().onOneLine().value());
        if (!named.find() || isOfSameOwner(named.group(1), evidence.from().domain())) return Optional.empty();
        return Optional.of(new Hint.NameIsAnotherAddress(named.group(), evidence.from().address()));
    }

    private static Optional<Hint> strangeDomain(Evidence evidence) {
        var host = HostName.of(evidence.from().domain());
        if (host.isEmpty()) return Optional.empty();
        var known = new HashSet<>(evidence.contacts());
        evidence.own().forEach(it -> known.add(it.domain()));
        // every address there belongs to somebody else
        known.removeAll(FOR_ANYBODY);
        var posed = new LinkCheck(known).posed(host.get());
        if (posed.isPresent())
            return Optional.of(new Hint.LooksLike(host.get().unicode(), posed.get()));
        var name = host.get().unicode();
        return Resemblance.mixesScripts(name) || Resemblance.posesAsLatin(name)
                ? Optional.of(new Hint.StrangeLetters(name, host.get().ascii()))
                : Optional.empty();
    }

    private static Optional<Hint> yourName(Evidence evidence) {
        var name = evidence.from().name().onOneLine().value().strip();
        // a first name alone is nobody's
        if (name.indexOf(' ') < 0 || evidence.received() > 1) return Optional.empty();
        boolean yours = evidence.own().stream()
                .anyMatch(it -> it.name().onOneLine().value().strip().equalsIgnoreCase(name));
        return yours ? Optional.of(new Hint.CarriesYourName(name, evidence.from().address())) : Optional.empty();
    }

    private static Optional<Hint> answersElsewhere(Evidence evidence) {
        if (FOR_ANYBODY.contains(evidence.from().domain())) return Optional.empty();
        return evidence.replyTo().stream()
                .filter(it -> FOR_ANYBODY.contains(it.domain()))
                .findFirst()
                .map(it -> new Hint.AnswersElsewhere(it.address(), evidence.from().address()));
    }

    /** Only of strangers for whom nobody vouches: banks do ask to confirm something now and then. */
    private static List<Hint> wishes(Evidence evidence) {
        boolean stranger = evidence.received() <= 3;
        if (!stranger || evidence.authentication().standing() == Authentication.Standing.VERIFIED) return List.of();
        var words = (evidence.subject().value() + "\n" + evidence.text().clipped(LOOKED_AT).value())
                .toLowerCase(Locale.ROOT);
        var hints = new ArrayList<Hint>();
        if (evidence.links() && SECRETS.matcher(words).find()) hints.add(new Hint.AsksForSecrets());
        if (MONEY.matcher(words).find()) hints.add(new Hint.AsksForMoney());
        return hints;
    }

    private static boolean isOfSameOwner(String one, String other) {
        var host = HostName.of(one);
        return host.isPresent() && HostName.of(other).map(host.get()::isOfSameOwnerAs).orElse(false);
    }
}
