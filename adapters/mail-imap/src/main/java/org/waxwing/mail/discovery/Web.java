package org.waxwing.mail.discovery;

import java.util.Optional;

/** Documents on the web. */
@FunctionalInterface
interface Web {
    /** The bytes of {@code https://host/path}, if they are there, few, and come in time. */
    Optional<byte[]> get(String host, String path);
}
