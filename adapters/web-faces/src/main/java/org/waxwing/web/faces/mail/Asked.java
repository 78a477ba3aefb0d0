package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What the address of the page asks for; every part is empty when it is not there, and may be anything otherwise. */
@Named
@RequestScoped
public class Asked {
    @Inject
    HttpServletRequest request;

    /** Whether the page shows a list at all; pages about accounts do not. */
    public boolean isList() {
        var page = request.getServletPath();
        return page.equals("/inbox.xhtml") || page.startsWith("/fragments/");
    }

    /** The name of a view. */
    public String getView() {
        return parameter("view");
    }

    /** The id of an account. */
    public String getAccount() {
        return parameter("account");
    }

    /** The id of a folder. */
    public String getMailbox() {
        return parameter("mailbox");
    }

    /** The id of a conversation. */
    public String getThread() {
        return parameter("thread");
    }

    /** The id of a message: alone, or to be shown in its conversation. */
    public String getMessage() {
        var message = parameter("message");
        return message.isEmpty() ? parameter("email") : message;
    }

    /** The name of a label. */
    public String getLabel() {
        return parameter("label");
    }

    /** What is looked for. */
    public String getSearch() {
        return parameter("q").strip();
    }

    /** How far a list continues. */
    public String getUntil() {
        return parameter("until");
    }

    /** Where the earlier part of a conversation ends. */
    public String getBefore() {
        return parameter("before");
    }

    /** The number of an attachment. */
    public String getFile() {
        return parameter("file");
    }

    /** Where a list continues. */
    public String getCursor() {
        return parameter("cursor");
    }

    /** Which part of a list continues. */
    public String getPart() {
        return parameter("part");
    }

    private String parameter(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
