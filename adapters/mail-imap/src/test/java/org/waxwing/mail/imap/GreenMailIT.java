package org.waxwing.mail.imap;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;

/** The server of the demonstration, in this process: no SPECIAL-USE, no PLAIN. */
class GreenMailIT implements RealServerSpecs {
    private static final String PASSWORD = "correct horse battery staple";
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("alice@example.org", "alice", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    public ServerEndpoint endpoint() {
        return new ServerEndpoint("127.0.0.1", server.getImap().getPort(), ConnectionSecurity.NONE);
    }

    // it drops the time of day on its way in
    @Override
    public ChronoUnit datePrecision() {
        return ChronoUnit.DAYS;
    }

    @Override
    public String username() {
        return "alice";
    }

    @Override
    public String password() {
        return PASSWORD;
    }
}
