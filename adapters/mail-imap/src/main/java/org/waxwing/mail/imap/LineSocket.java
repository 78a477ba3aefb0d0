package org.waxwing.mail.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** A {@link Line} in the shape in which the mail library takes connections: already connected, whatever it asks for. */
final class LineSocket extends Socket {
    private final Line line;

    private LineSocket(Line line) {
        this.line = line;
    }

    /** Hands out the one line. */
    static final class Factory extends SocketFactory {
        private final Line line;

        Factory(Line line) {
            this.line = line;
        }

        Line line() {
            return line;
        }

        @Override
        public Socket createSocket() {
            return new LineSocket(line);
        }

        @Override
        public Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(
                InetAddress address, int port, InetAddress localAddress, int localPort) {
            return createSocket();
        }
    }

    @Override
    public void connect(SocketAddress endpoint) {}

    @Override
    public void connect(SocketAddress endpoint, int timeout) {}

    @Override
    public InputStream getInputStream() {
        // never read: Wire brings its own reader
        return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                line.out().write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                line.out().write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                line.out().flush();
            }
        };
    }

    @Override
    public synchronized void close() {
        line.close();
    }
}
