package org.waxwing.mail.discovery;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.mail.network.Reach;
import org.waxwing.mail.network.Tls;

/** Waits for the first character of a greeting: {@code *} of an IMAP server, {@code 2} of an SMTP server. */
final class GreetingProbe implements Probe {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final int TO_GREET_MILLIS = 3_000;

    private final Reach reach;

    GreetingProbe(Reach reach) {
        this.reach = reach;
    }

    @Override
    public boolean answers(ServerEndpoint endpoint) {
        try (var socket = reach.connect(endpoint.host(), endpoint.port(), TO_CONNECT)) {
            socket.setSoTimeout(TO_GREET_MILLIS);
            Socket speaking = endpoint.security() == ConnectionSecurity.TLS
                    ? new Tls(false).over(socket, Reach.ascii(endpoint.host()), endpoint.port())
                    : socket;
            int first = speaking.getInputStream().read();
            return first == '*' || first == '2';
        } catch (IOException e) {
            // whatever is wrong there, it is not what we look for
            return false;
        }
    }
}
