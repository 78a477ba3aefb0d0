package org.waxwing.web.rest.problem;

import java.net.URI;

/** The kinds of problem that the API tells of. Their addresses never change and name nothing that could be fetched. */
public enum ProblemType {
    /** What was sent is not the JSON, or not the parameters, that this operation reads. */
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"),
    /** The sender has not said who they are. */
    NOT_SIGNED_IN("unauthorized", 401, "Not signed in"),
    /** The sender lacks the role that this needs. */
    FORBIDDEN("forbidden", 403, "Not allowed"),
    /** The request may have been forged by another site. */
    FORGED("possibly-forged", 403, "The request does not come from a page of Waxwing"),
    /** There is no such thing, or it is somebody else's. */
    NOT_FOUND("not-found", 404, "Not found"),
    /** No mail servers are known for that address. */
    SETTINGS_NOT_FOUND("settings-not-found", 422, "No settings were found"),
    /** The address exists, the method does not. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    /** None of the accepted media types can be made. */
    NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable form"),
    /** That address is connected already. */
    ALREADY_ADDED("already-added", 409, "This account is connected already"),
    /** There is one of that name. */
    ALREADY_THERE("already-there", 409, "There is a folder of that name"),
    /** There is mail in it, and the sender did not say that it may go. */
    NOT_EMPTY("not-empty", 409, "There is mail in this folder"),
    /** Not with this one. */
    NOT_POSSIBLE("not-possible", 409, "That is not possible with this folder"),
    /** The time for it is over, or it was done before. */
    TOO_LATE("too-late", 409, "This cannot be undone any more"),
    /** There are as many as there may be. */
    NO_ROOM("no-room", 409, "There is no room for more"),
    /** It is not any more what the sender saw. The newer one comes along as {@code current}. */
    STALE("stale", 412, "It was changed meanwhile"),
    /** The body is larger than this operation reads. */
    TOO_LARGE("too-large", 413, "The request is too large"),
    /** The body is of a type that this operation does not read. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
    /** No byte of the wanted range exists. */
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "Range not satisfiable"),
    /** Values are missing or wrong; each is listed. */
    VALIDATION("validation", 422, "Some values are not right"),
    /** No such host in the name system. */
    UNKNOWN_HOST("unknown-host", 422, "The mail server does not exist"),
    /** Nothing answers there. */
    UNREACHABLE("unreachable", 422, "The mail server cannot be reached"),
    /** What answers there is no mail server. */
    NOT_A_MAIL_SERVER("not-a-mail-server", 422, "This is not a mail server"),
    /** The protected connection failed. */
    TLS_REFUSED("tls-refused", 422, "The protected connection was refused"),
    /** Name or password are not accepted. */
    SIGN_IN_REFUSED("sign-in-refused", 422, "The mail server refused the sign-in"),
    /** The provider does not stand by the consent. */
    CONSENT_REFUSED("consent-refused", 422, "The provider knows of no such consent"),
    /** The consent opens another mailbox. */
    OTHER_MAILBOX("other-mailbox", 422, "The consent is for another mailbox"),
    /** The administrator has not set it up. */
    PROVIDER_NOT_OFFERED("provider-not-offered", 422, "This provider is not set up"),
    /** The administrator forbids that server. */
    SERVER_NOT_ALLOWED("server-not-allowed", 422, "This mail server is not allowed"),
    /** The mail server wants to be left alone for a while. */
    SERVER_THROTTLES("server-throttles", 422, "The mail server asks to wait"),
    /** The mail server went away. */
    CONNECTION_LOST("connection-lost", 422, "The connection to the mail server was lost"),
    /** The mail server does not open a folder that it lists. */
    FOLDER_REFUSED("folder-refused", 422, "The mail server refuses a folder"),
    /** A server did not take a message; the detail says why, in one word. */
    NOT_SENT("not-sent", 422, "The message was not sent"),
    /** Tried too often. */
    TOO_MANY_ATTEMPTS("too-many-attempts", 429, "Too many attempts"),
    /** Something that should not happen did. */
    INTERNAL("internal-error", 500, "Something went wrong");

    private static final String ADDRESS = "urn:waxwing:problem:";

    private final String name;
    private final int status;
    private final String title;

    ProblemType(String name, int status, String title) {
        this.name = name;
        this.status = status;
        this.title = title;
    }

    /** What clients tell problems apart by. */
    public URI address() {
        return URI.create(ADDRESS + name);
    }

    /** The HTTP status that it comes with. */
    public int status() {
        return status;
    }

    /** A few words that are the same for every problem of this kind. */
    public String title() {
        return title;
    }

    /** The kind that stands for an HTTP status which the server itself decided on. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            default -> status >= 500 ? INTERNAL : MALFORMED_REQUEST;
        };
    }
}
