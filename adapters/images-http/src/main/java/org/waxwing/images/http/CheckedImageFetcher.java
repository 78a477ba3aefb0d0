package org.waxwing.images.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.waxwing.domain.images.ImageFetcher;
import org.waxwing.domain.network.PrivateNetworks;

/**
 * Fetches over connections of its own: the name is resolved once, and the address that was checked is the one that is
 * connected to, again after each redirect. Every request looks the same, whoever it is for: no cookie, no referrer, no
 * language, no program's name. At most {@value #AT_ONCE} run at the same time on a node.
 */
public final class CheckedImageFetcher implements ImageFetcher {
    private static final int AT_ONCE = 32;
    private static final int MOST_REDIRECTS = 4;
    private static final int MOST_ADDRESSES = 3;

    /**
     * How far a fetch may go.
     *
     * @param largest in bytes
     * @param within all redirects together
     * @param allowPrivateHosts whether loopback, local and otherwise not public addresses may be reached, at any port
     */
    public record Limits(int largest, Duration within, boolean allowPrivateHosts) {
        /** Ten megabytes within ten seconds. */
        public static Limits usual(boolean allowPrivateHosts) {
            return new Limits(10 << 20, Duration.ofSeconds(10), allowPrivateHosts);
        }
    }

    /** Looks a name up. */
    @FunctionalInterface
    interface Names {
        /** Its addresses; never empty. */
        List<InetAddress> addressesOf(String host) throws IOException;
    }

    private final Limits limits;
    private final Names names;
    private final Semaphore room = new Semaphore(AT_ONCE);

    public CheckedImageFetcher(Limits limits) {
        this(limits, host -> List.of(InetAddress.getAllByName(host)));
    }

    CheckedImageFetcher(Limits limits, Names names) {
        this.limits = limits;
        this.names = names;
    }

    @Override
    public Result fetch(String address) {
        long end = System.nanoTime() + limits.within().toNanos();
        var first = WebAddress.of(address, limits.allowPrivateHosts());
        if (first.isEmpty()) return new Result.Forbidden();
        try {
            if (!room.tryAcquire(left(end), TimeUnit.MILLISECONDS)) return new Result.Unreachable();
            try {
                return follow(first.get(), end);
            } finally {
                room.release();
            }
        } catch (ForbiddenException e) {
            return new Result.Forbidden();
        } catch (IOException e) {
            return new Result.Unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Unreachable();
        }
    }

    private Result follow(WebAddress first, long end) throws IOException {
        var at = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var step = ask(at, end);
            if (step.result().isPresent()) return step.result().get();
            var next = at.redirected(step.location(), limits.allowPrivateHosts());
            if (next.isEmpty()) return new Result.Forbidden();
            at = next.get();
        }
        return new Result.NotAPicture();
    }

    /** A result, or where else to look. */
    private record Step(Optional<Result> result, String location) {}

    private Step ask(WebAddress at, long end) throws IOException {
        var socket = connect(at, end);
        // a server that drips is cut off, however patient each read is
        var guard = Thread.ofVirtual().name("image-deadline").start(() -> closeLater(socket, end));
        try (socket) {
            socket.setSoTimeout((int) left(end));
            var line = at.secure() ? secured(socket, at) : socket;
            line.getOutputStream().write(request(at));
            line.getOutputStream().flush();
            return read(WebAnswer.read(new BufferedInputStream(line.getInputStream())));
        } finally {
            guard.interrupt();
        }
    }

    private Step read(WebAnswer answer) throws IOException {
        if (answer.redirects()) return new Step(Optional.empty(), answer.header("location"));
        if (answer.status() != 200) return new Step(Optional.of(new Result.NotAPicture()), "");
        byte[] bytes;
        try {
            bytes = answer.bytes(limits.largest());
        } catch (IOException e) {
            return new Step(Optional.of(new Result.NotAPicture()), "");
        }
        Result result = PictureKind.of(bytes)
                .<Result>map(type -> new Result.Fetched(type, bytes.length, () -> new ByteArrayInputStream(bytes)))
                .orElseGet(Result.NotAPicture::new);
        return new Step(Optional.of(result), "");
    }

    private static byte[] request(WebAddress at) {
        return ("GET " + at.target() + " HTTP/1.1\r\nHost: " + at.hostHeader()
                + "\r\nUser-Agent: Mozilla/5.0\r\nAccept: image/avif,image/webp,image/png,image/jpeg,image/gif,image/*;q=0.5"
                + "\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connect(WebAddress at, long end) throws IOException {
        var addresses = permitted(names.addressesOf(at.host()));
        IOException failure = new IOException("Nothing answers");
        for (int i = 0; i < addresses.size(); i++) {
            // no proxy: it would resolve the name again
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                long share = left(end) / (addresses.size() - i);
                socket.connect(new InetSocketAddress(addresses.get(i), at.port()), (int) Math.max(1, share));
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** One private address among public ones is a trick as well. */
    private List<InetAddress> permitted(List<InetAddress> addresses) throws ForbiddenException {
        if (!limits.allowPrivateHosts() && addresses.stream().anyMatch(PrivateNetworks::include))
            throw new ForbiddenException();
        return Stream.concat(
                addresses.stream().filter(it -> it.getAddress().length == 4),
                addresses.stream().filter(it -> it.getAddress().length != 4)).limit(MOST_ADDRESSES).toList();
    }

    private static Socket secured(Socket socket, WebAddress at) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(socket, at.host(), at.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static long left(long end) throws IOException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis < 1) throw new IOException("Too late");
        return millis;
    }

    private static void closeLater(Socket socket, long end) {
        try {
            Thread.sleep(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            socket.close();
        } catch (InterruptedException e) {
            // done in time
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // closed already
            return;
        }
    }

    /** Only addresses that may not be reached stand behind that name. */
    private static final class ForbiddenException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
