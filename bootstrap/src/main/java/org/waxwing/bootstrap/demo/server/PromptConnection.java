package org.waxwing.bootstrap.demo.server;

import com.icegreen.greenmail.server.ProtocolHandler;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/**
 * One client's connection, answered without delay and ended without noise.
 *
 * <p>GreenMail sends an answer in several small writes; with Nagle's algorithm each command then takes 40 ms. And it ends
 * a connection that the client simply closed, as clients do, with a stack trace on the error stream.
 */
record PromptConnection(ProtocolHandler handler) implements ProtocolHandler {
    private static final System.Logger LOG = System.getLogger(PromptConnection.class.getName());

    static Socket prompt(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            return socket;
        } catch (SocketException e) {
            throw new UncheckedIOException("The client is gone already", e);
        }
    }

    @Override
    public void run() {
        try {
            handler.run();
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "A client ended its connection without a farewell", e);
        }
    }

    @Override
    public void close() {
        handler.close();
    }
}
