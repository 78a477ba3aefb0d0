package org.waxwing.web.faces.account;

import java.net.URI;

/**
 * Where browsers come back to from a mail provider, as it is registered there.
 *
 * @param address the whole address
 */
public record Callback(URI address) {
    /** The path under Waxwing's own address. */
    static final String PATH = "/oauth/callback";

    /** The callback of the Waxwing that browsers reach under {@code publicUrl}. */
    public static Callback of(URI publicUrl) {
        return new Callback(URI.create(publicUrl.toString().replaceAll("/+$", "") + PATH));
    }
}
