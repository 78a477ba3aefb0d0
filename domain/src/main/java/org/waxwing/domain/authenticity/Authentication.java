package org.waxwing.domain.authenticity;

import java.util.List;
import java.util.function.Function;
import org.waxwing.domain.links.HostName;

/**
 * What is to be believed of a message's testimony, in one account.
 *
 * @param standing all of it in one word
 * @param server who reported it; empty when nobody who is believed did
 * @param signer the domain that signed (DKIM); empty when none did or the signature does not hold
 */
public record Authentication(Standing standing, Outcome spf, Outcome dkim, Outcome dmarc, String server,
        String signer) {
    /** Nothing was reported by anybody who is believed. */
    public static final Authentication UNKNOWN = new Authentication(
            Standing.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN, "", "");

    /** Nobody has looked at the message yet. */
    public static final Authentication NOT_EXAMINED = new Authentication(
            Standing.NOT_EXAMINED, Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN, "", "");

    /** How far the sender's address can be trusted. */
    public enum Standing {
        /** Not looked at yet. */
        NOT_EXAMINED,
        /** The receiving server says nothing. */
        UNKNOWN,
        /** The message comes from the domain that it names. */
        VERIFIED,
        /** Nothing proves that it does. */
        UNVERIFIED,
        /** The domain's owner says that such a message is not theirs. */
        FAILED
    }

    /**
     * Judges.
     *
     * @param from the domain of the From header
     */
    public static Authentication of(Testimony testimony, TrustedServers servers, String from) {
        if (!testimony.examined()) return NOT_EXAMINED;
        var believed = testimony.reports().stream().filter(it -> servers.believe(it.server())).toList();
        if (believed.isEmpty()) return UNKNOWN;
        // further down stands what the sender may have written; nothing of it fills a gap
        int hop = believed.getFirst().hop();
        var of = believed.stream().filter(it -> it.hop() == hop).toList();
        var spf = first(of, Report::spf);
        var dkim = first(of, Report::dkim);
        var dmarc = first(of, Report::dmarc);
        var signer = of.stream().filter(it -> it.dkim() == Outcome.PASS).map(Report::dkimDomain).findFirst().orElse("");
        return new Authentication(standing(of, spf, dmarc, signer, from), spf, dkim, dmarc, of.getFirst().server(),
                signer);
    }

    private static Standing standing(List<Report> reports, Outcome spf, Outcome dmarc, String signer, String from) {
        if (dmarc == Outcome.FAIL) return Standing.FAILED;
        if (dmarc == Outcome.PASS) {
            var checked = reports.stream().filter(it -> it.dmarc() == Outcome.PASS).findFirst().orElseThrow()
                    .fromDomain();
            return checked.isEmpty() || sameOwner(checked, from) ? Standing.VERIFIED : Standing.UNVERIFIED;
        }
        // RFC 7489 §3.1: without a policy of the domain, agreement of names is what one can go by
        if (sameOwner(signer, from)) return Standing.VERIFIED;
        var sender = reports.stream().filter(it -> it.spf() == Outcome.PASS).map(Report::spfDomain).findFirst()
                .orElse("");
        if (spf == Outcome.PASS && sameOwner(sender, from)) return Standing.VERIFIED;
        return Standing.UNVERIFIED;
    }

    private static boolean sameOwner(String one, String other) {
        var host = HostName.of(one);
        return host.isPresent() && HostName.of(other).map(host.get()::isOfSameOwnerAs).orElse(false);
    }

    private static Outcome first(List<Report> reports, Function<Report, Outcome> of) {
        return reports.stream().map(of).filter(it -> it != Outcome.UNKNOWN).findFirst().orElse(Outcome.UNKNOWN);
    }
}
