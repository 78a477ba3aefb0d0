package org.waxwing.mail.network;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS over an open socket, checked against the name that was typed (RFC 7817).
 *
 * @param acceptAnyCertificate whether certificates go unchecked
 */
public record Tls(boolean acceptAnyCertificate) {
    /**
     * Makes TLS of a connection.
     *
     * @throws javax.net.ssl.SSLException the other side does not speak it, or is not who it should be
     */
    public SSLSocket over(Socket socket, String host, int port) throws IOException {
        var secured = (SSLSocket) context().getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        // the rules for names in certificates are those of HTTPS
        if (!acceptAnyCertificate) parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private SSLContext context() throws IOException {
        try {
            if (!acceptAnyCertificate) return SSLContext.getDefault();
            return Unchecked.context();
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not available", e);
        }
    }

    /** One context for all connections: they share its memory, and resume each other's sessions. */
    private static final class Unchecked {
        private static @Nullable SSLContext shared;

        static synchronized SSLContext context() throws GeneralSecurityException {
            var context = shared;
            if (context != null) return context;
            context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new Credulous()}, null);
            shared = context;
            return context;
        }
    }

    /** Believes every certificate: the administrator decided so. */
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
