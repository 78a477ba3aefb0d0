package org.waxwing.mail.discovery;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SettingsDiscovery;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.mail.network.Reach;

/**
 * Looks for servers in the administrator's list, in a list of well-known providers, in what the domain publishes (SRV
 * records, then autoconfig documents), by the provider that takes its mail, and last under the usual names. Everything
 * that reaches for the network runs at the same time; the most trustworthy answer wins. Thread-safe.
 */
public final class NetworkSettingsDiscovery implements SettingsDiscovery {
    private static final Duration TOGETHER = Duration.ofSeconds(8);

    private final AdministratorList administrator;
    private final Reach reach;
    private final ServiceRecords records;
    private final Web web;
    private final Probe probe;

    /**
     * A discovery in the real network.
     *
     * @param administratorList servers by domain, such as
     *     {@code example.org=imap:mail.example.org:993:tls,smtp:mail.example.org:465:tls;user=localpart}; entries parted
     *     by semicolons, security one of {@code none}, {@code starttls}, {@code tls}; may be empty
     * @param allowPrivateHosts whether what is found elsewhere than in that list may lie at private addresses
     * @throws IllegalArgumentException the list cannot be read; the message tells where
     */
    public NetworkSettingsDiscovery(String administratorList, boolean allowPrivateHosts) {
        this(administratorList, new Reach(allowPrivateHosts));
    }

    private NetworkSettingsDiscovery(String administratorList, Reach reach) {
        this(administratorList, reach, new JndiNameRecords(), new CheckedWeb(reach), new GreetingProbe(reach));
    }

    NetworkSettingsDiscovery(String administratorList, Reach reach, NameRecords names, Web web, Probe probe) {
        this.administrator = AdministratorList.parse(administratorList);
        this.reach = reach;
        this.records = new ServiceRecords(names);
        this.web = web;
        this.probe = probe;
    }

    @Override
    public Optional<SuggestedSettings> discover(EmailAddress address) {
        if (!address.isDeliverable()) return Optional.empty();
        var domain = address.domain();
        return administrator.of(domain).map(it -> it.suggest(address, SuggestedSettings.Source.ADMINISTRATOR))
                .or(() -> KnownProviders.ofDomain(domain)
                        .map(it -> it.suggest(address, SuggestedSettings.Source.KNOWN_PROVIDER)))
                .or(() -> ascii(domain).flatMap(name -> search(address, name)));
    }

    /** The domain as it stands in the name system, if it can stand there. */
    private static Optional<String> ascii(String domain) {
        try {
            var name = Reach.ascii(domain).toLowerCase(Locale.ROOT);
            return name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
                    && name.chars().anyMatch(Character::isLetter) && name.length() <= 240
                            ? Optional.of(name)
                            : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private Optional<SuggestedSettings> search(EmailAddress address, String domain) {
        long end = System.nanoTime() + TOGETHER.toNanos();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var published = step(threads, () -> records.servers(domain).filter(this::isReachable));
            var document = step(threads, () -> document("autoconfig." + domain, "/mail/config-v1.1.xml"));
            var wellKnown = step(threads, () -> document(domain, "/.well-known/autoconfig/mail/config-v1.1.xml"));
            var host = step(threads, () -> records.host(domain));
            var guess = step(threads, () -> guess(threads, domain, end));
            return wait(published, end)
                    .or(() -> wait(document, end))
                    .or(() -> wait(wellKnown, end))
                    .map(it -> it.suggest(address, SuggestedSettings.Source.DOMAIN))
                    .or(() -> wait(host, end).map(it -> it.suggest(address, SuggestedSettings.Source.KNOWN_PROVIDER)))
                    .or(() -> wait(guess, end).map(it -> it.suggest(address, SuggestedSettings.Source.GUESS)));
        } finally {
            // not closed, which would wait for lookups that cannot be interrupted
            threads.shutdownNow();
        }
    }

    private static <T> Future<Optional<T>> step(ExecutorService threads, Callable<Optional<T>> step) {
        return threads.submit(step);
    }

    private static <T> Optional<T> wait(Future<Optional<T>> step, long end) {
        try {
            return step.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            // one way less of finding them
            return Optional.empty();
        }
    }

    private Optional<Servers> document(String host, String path) {
        return web.get(host, path).flatMap(AutoconfigDocument::servers).filter(this::isReachable);
    }

    private boolean isReachable(Servers servers) {
        try {
            return !reach.addressesOf(servers.incoming().host()).isEmpty()
                    && !reach.addressesOf(servers.outgoing().host()).isEmpty();
        } catch (IOException e) {
            // unknown, or where people may not reach
            return false;
        }
    }

    private Optional<Servers> guess(ExecutorService threads, String domain, long end) {
        var incoming = firstThatAnswers(
                threads,
                Stream.of("imap.", "mail.", "")
                        .flatMap(prefix -> Stream.of(
                                Servers.tls(prefix + domain, 993), Servers.startTls(prefix + domain, 143))));
        var outgoing = firstThatAnswers(
                threads,
                Stream.of("smtp.", "mail.", "")
                        .flatMap(prefix -> Stream.of(
                                Servers.tls(prefix + domain, 465), Servers.startTls(prefix + domain, 587))));
        return first(incoming, end).map(found -> Servers.of(
                found, first(outgoing, end).orElseGet(() -> Servers.startTls(found.host(), 587))));
    }

    private List<Future<Optional<ServerEndpoint>>> firstThatAnswers(
            ExecutorService threads, Stream<ServerEndpoint> candidates) {
        return candidates
                .map(candidate -> step(
                        threads,
                        () -> probe.answers(candidate) ? Optional.of(candidate) : Optional.<ServerEndpoint>empty()))
                .toList();
    }

    private static Optional<ServerEndpoint> first(List<Future<Optional<ServerEndpoint>>> steps, long end) {
        return steps.stream().flatMap(step -> wait(step, end).stream()).findFirst();
    }
}
