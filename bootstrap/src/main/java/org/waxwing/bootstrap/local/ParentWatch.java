package org.waxwing.bootstrap.local;

import java.time.Duration;

/** Notices that the process which started us (Maven) is gone, even if it was killed. */
final class ParentWatch {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private ParentWatch() {}

    /** Runs {@code action} once when the parent is gone; does nothing if there is none to watch. */
    static void whenGone(Runnable action) {
        ProcessHandle.current().parent().ifPresent(parent -> Thread.ofPlatform()
                .daemon()
                .name("parent-watch")
                .start(() -> watch(parent, action)));
    }

    private static void watch(ProcessHandle parent, Runnable action) {
        try {
            while (parent.isAlive()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        action.run();
    }
}
