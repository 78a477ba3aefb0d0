package org.waxwing.domain.account;

/**
 * A mail provider whose authorisation server lets people open their mailbox without telling us a password.
 *
 * @param key what tells it from others, here and in stored sign-ins
 * @param name what people know it by
 * @param incoming the IMAP server that takes its tokens, and the only one they are shown to
 * @param outgoing the submission server that takes them
 */
public record OAuthProvider(String key, String name, ServerEndpoint incoming, ServerEndpoint outgoing) {
    public OAuthProvider {
        if (!key.matches("[a-z][a-z0-9-]*")) throw new IllegalArgumentException("Not the key of a provider: " + key);
        if (name.isBlank()) throw new IllegalArgumentException("A provider needs a name");
    }
}
