package org.waxwing.bootstrap.demo;

import java.time.Instant;
import java.util.List;
import org.waxwing.bootstrap.demo.world.DemoMessage;
import org.waxwing.bootstrap.demo.world.DemoOwner;
import org.waxwing.bootstrap.demo.world.DemoWorld;

/** The generated mail without a server, for tests that need realistic messages. */
public final class DemoMailbox {
    private DemoMailbox() {}

    /**
     * Everything in one mailbox, oldest first.
     *
     * @param seed the same seed and time give the same octets
     * @param now the moment the mailbox is opened; the newest message is minutes older
     */
    public static List<DemoMessage> messages(long seed, Instant now, DemoOwner owner) {
        return DemoWorld.of(seed, now).messages(owner);
    }
}
