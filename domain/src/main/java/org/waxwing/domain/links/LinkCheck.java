package org.waxwing.domain.links;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at links before they are followed. Thread-safe. */
public final class LinkCheck {
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:https?:/*)?((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61})\\.)+[\\p{L}][\\p{L}\\p{N}-]{1,23})(?::\\d{1,5})?"
                    + "(?:[/?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?:.*");
    private static final Pattern USER = Pattern.compile("(?i)https?:[/\\\\]*([^/\\\\?#]*)@.*");
    // an ending that is no file's: "report.pdf" is a file, "readme.md" as well
    private static final Set<String> ENDINGS = Set.of(
            "at", "au", "be", "biz", "ch", "cn", "com", "de", "dk", "edu", "es", "eu", "example", "fi", "fr", "gov",
            "info",
            "it", "jp", "net", "nl", "no", "org", "pt", "ru", "se", "test", "uk", "us");
    // what is imitated most; all else is learnt from the person's own mail
    private static final List<String> WELL_KNOWN = List.of(
            "amazon.com", "amazon.de", "apple.com", "dhl.de", "dropbox.com", "ebay.com", "facebook.com", "github.com",
            "google.com", "icloud.com", "instagram.com", "linkedin.com", "microsoft.com", "microsoftonline.com",
            "netflix.com", "outlook.com", "paypal.com", "paypal.de", "postbank.de", "sparkasse.de", "whatsapp.com");

    /** Knows nobody but whom everybody knows. */
    public static final LinkCheck OF_A_STRANGER = new LinkCheck(List.of());

    private final Map<String, Resemblance.Familiar> familiar;

    /** @param familiar domains that the reader knows: their own, and of those they wrote to */
    public LinkCheck(Collection<String> familiar) {
        var known = new LinkedHashMap<String, Resemblance.Familiar>();
        for (var name : familiar)
            HostName.of(name).map(Resemblance.Familiar::of).ifPresent(it -> known.put(it.owner(), it));
        for (var name : WELL_KNOWN) known.put(name, Resemblance.Familiar.of(new HostName(name)));
        this.familiar = Collections.unmodifiableMap(known);
    }

    /**
     * What is doubtful about a link; empty for the ordinary one.
     *
     * @param words what the link shows
     * @param target where it leads
     */
    public Optional<LinkDoubt> look(String words, String target) {
        var opened = HostName.ofUrl(target);
        if (opened.isEmpty()) return Optional.empty();
        var host = opened.get();
        var shown = shownHost(words);
        if (shown.isPresent() && !shown.get().isOfSameOwnerAs(host))
            return doubt(LinkDoubt.Reason.OTHER_HOST, shown.get().unicode(), host);
        var posed = posed(host);
        if (posed.isPresent()) return doubt(LinkDoubt.Reason.LOOKALIKE, posed.get(), host);
        var hidden = hidden(target);
        if (!hidden.isEmpty()) return doubt(LinkDoubt.Reason.HIDDEN_HOST, hidden, host);
        if (host.isAddress()) return doubt(LinkDoubt.Reason.NUMBER, "", host);
        if (!host.isInternational() || isFamiliar(host)) return Optional.empty();
        var name = host.unicode();
        boolean mixed = Resemblance.mixesScripts(name) || Resemblance.posesAsLatin(name);
        return doubt(mixed ? LinkDoubt.Reason.MIXED_LETTERS : LinkDoubt.Reason.FOREIGN_LETTERS, host.ascii(), host);
    }

    /** The familiar domain that this host could be taken for. */
    public Optional<String> posed(HostName host) {
        return Resemblance.posed(host, familiar.values());
    }

    private boolean isFamiliar(HostName host) {
        return familiar.containsKey(host.organisation());
    }

    private static Optional<LinkDoubt> doubt(LinkDoubt.Reason reason, String shown, HostName host) {
        return Optional.of(new LinkDoubt(reason, shown, host.unicode()));
    }

    /** The host that the words of a link name, if they are an address and nothing else. */
    static Optional<HostName> shownHost(String words) {
        var text = words.strip().replaceAll("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]", "");
        if (text.length() > 2_000 || text.indexOf('@') >= 0) return Optional.empty();
        var named = NAMED.matcher(text);
        if (!named.matches()) return Optional.empty();
        var name = named.group(1).toLowerCase(Locale.ROOT);
        boolean certain = SCHEME.matcher(text).matches() || name.startsWith("www.");
        if (!certain && !ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) return Optional.empty();
        return HostName.of(name);
    }

    private static String hidden(String target) {
        var user = USER.matcher(target.strip());
        if (!user.matches()) return "";
        var name = user.group(1).replaceFirst(":.*", "");
        return name.indexOf('.') > 0 ? name : "";
    }
}
