package org.waxwing.web.faces.account;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.util.Set;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.web.faces.Words;

/**
 * Why a form was not accepted: beside which field to say so, and in which words.
 *
 * @param key of the sentence
 */
record Refusal(String field, String key) {
    private static final Set<String> ALWAYS_SHOWN = Set.of("address", "password");

    /**
     * What a mail server that cannot be used comes to.
     *
     * @param elsewhere the field beside which to say what none can mend
     */
    static Refusal of(ConnectionProblem problem, String elsewhere) {
        return switch (problem) {
            case SIGN_IN_REFUSED -> new Refusal("password", "account-new.problem.sign-in-refused");
            case UNKNOWN_HOST -> new Refusal("incomingHost", "account-new.problem.unknown-host");
            case UNREACHABLE -> new Refusal("incomingHost", "account-new.problem.unreachable");
            case NOT_A_MAIL_SERVER -> new Refusal("incomingPort", "account-new.problem.not-a-mail-server");
            case TLS_REFUSED -> new Refusal("incomingSecurity", "account-new.problem.tls-refused");
            case NOT_ALLOWED -> new Refusal("incomingHost", "account-new.problem.not-allowed");
            case THROTTLED -> new Refusal(elsewhere, "account-new.problem.throttled");
            // the second is never said of an account; should it be, the server gave up in the middle
            case CONNECTION_LOST, FOLDER_REFUSED -> new Refusal(elsewhere, "account-new.problem.connection-lost");
            case STORAGE -> new Refusal(elsewhere, "account-new.problem.storage");
        };
    }

    /** Whether its field is among the server settings, which are folded away. */
    boolean isAboutServers() {
        return !ALWAYS_SHOWN.contains(field);
    }

    /** Says it in the form, which is not accepted. */
    void tell(String form, Words words) {
        var context = FacesContext.getCurrentInstance();
        var text = words.of(key);
        var at = form + ":" + field;
        context.addMessage(at, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        context.validationFailed();
        if (context.getViewRoot().findComponent(at) instanceof UIInput input) input.setValid(false);
    }
}
