package org.waxwing.bootstrap.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.bootstrap.settings.Setting;

/** The ports of a local run, all on 127.0.0.1. */
public record Ports(
        int http,
        int management,
        int keycloak,
        int keycloakManagement,
        int postgres,
        int demoImap,
        int demoSmtp) {

    /**
     * The ports that the environment asks for, or the usual ones.
     *
     * @throws LocalRunException a variable is not a port number
     */
    public static Ports of(Map<String, String> environment) throws LocalRunException {
        return new Ports(
                port(Setting.WAXWING_HTTP_PORT, environment),
                port(Setting.WAXWING_MANAGEMENT_PORT, environment),
                port(Setting.WAXWING_KEYCLOAK_PORT, environment),
                port(Setting.WAXWING_KEYCLOAK_MANAGEMENT_PORT, environment),
                port(Setting.WAXWING_POSTGRES_PORT, environment),
                port(Setting.WAXWING_DEMO_IMAP_PORT, environment),
                port(Setting.WAXWING_DEMO_SMTP_PORT, environment));
    }

    /** Seven ports that are free at this moment. */
    public static Ports free() throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 7; i++) {
                sockets.add(bound(0));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            return new Ports(
                    ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5), ports.get(6));
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** One sentence about the first port that cannot be had, and the variable that changes it. */
    public Optional<String> objection() {
        var seen = new LinkedHashMap<Integer, Setting>();
        for (Map.Entry<Setting, Integer> wanted : bySetting().entrySet()) {
            int port = wanted.getValue();
            Setting setting = wanted.getKey();
            Setting other = seen.putIfAbsent(port, setting);
            if (other != null) {
                return Optional
                        .of("Port " + port + " is wanted twice; set " + setting + " or " + other + " to another.");
            }
            if (isTaken(port)) {
                return Optional.of("Port " + port + " (" + setting.meaning() + ") is taken; set " + setting
                        + " to a free one and start again.");
            }
        }
        return Optional.empty();
    }

    private Map<Setting, Integer> bySetting() {
        var ports = new LinkedHashMap<Setting, Integer>();
        ports.put(Setting.WAXWING_HTTP_PORT, http);
        ports.put(Setting.WAXWING_MANAGEMENT_PORT, management);
        ports.put(Setting.WAXWING_KEYCLOAK_PORT, keycloak);
        ports.put(Setting.WAXWING_KEYCLOAK_MANAGEMENT_PORT, keycloakManagement);
        ports.put(Setting.WAXWING_POSTGRES_PORT, postgres);
        ports.put(Setting.WAXWING_DEMO_IMAP_PORT, demoImap);
        ports.put(Setting.WAXWING_DEMO_SMTP_PORT, demoSmtp);
        return ports;
    }

    private static int port(Setting setting, Map<String, String> environment) throws LocalRunException {
        String value = setting.in(environment);
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) return port;
        } catch (NumberFormatException notANumber) {
            throw new LocalRunException(setting + " must be a port number, not \"" + value + "\".", notANumber);
        }
        throw new LocalRunException(setting + " must be a port number, not \"" + value + "\".");
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = bound(port)) {
            return !socket.isBound();
        } catch (IOException taken) {
            return true;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            // as the servers do it: a port in TIME_WAIT counts as free
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}
