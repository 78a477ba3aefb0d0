package org.waxwing.web.faces.account;

import org.jspecify.annotations.Nullable;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;

/** A server as it is typed into a form: anything until {@link #isHost()} and {@link #isPort()} say otherwise. */
public class Server {
    private static final int HIGHEST_PORT = 65_535;

    private String host = "";
    private String port = "";
    private ConnectionSecurity security = ConnectionSecurity.TLS;

    /** What was typed into a field: Faces hands over an empty one as null. */
    static String typed(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Whether nothing was typed. */
    boolean isBlank() {
        return host.isBlank();
    }

    /** Takes over settings that were found. */
    void become(ServerEndpoint found) {
        host = found.host();
        port = Integer.toString(found.port());
        security = found.security();
    }

    boolean isHost() {
        try {
            return !new ServerEndpoint(host, HIGHEST_PORT, security).host().isEmpty();
        } catch (IllegalArgumentException e) {
            // the endpoint itself knows best what a host name is
            return false;
        }
    }

    boolean isPort() {
        return port.strip().matches("[0-9]{1,5}") && number() >= 1 && number() <= HIGHEST_PORT;
    }

    /** What was typed, once it is a host and a port. */
    ServerEndpoint endpoint() {
        return new ServerEndpoint(host, number(), security);
    }

    private int number() {
        return Integer.parseInt(port.strip());
    }

    public String getHost() {
        return host;
    }

    public void setHost(@Nullable String host) {
        this.host = typed(host);
    }

    public String getPort() {
        return port;
    }

    public void setPort(@Nullable String port) {
        this.port = typed(port);
    }

    public ConnectionSecurity getSecurity() {
        return security;
    }

    public void setSecurity(ConnectionSecurity security) {
        this.security = security;
    }
}
