package org.waxwing.web.rest.account;

import org.waxwing.application.account.AddAccount;
import org.waxwing.application.account.ConnectByConsent;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.Secret;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** Connecting by a consent: what is sent, and what came of it as an account or the problem that it is. */
final class ConsentFields {
    static final String FIELD = "oauth";

    private ConsentFields() {}

    /**
     * The consent in the field {@code oauth}, read to the end.
     *
     * @throws ProblemException {@code validation}, with everything that is wrong
     */
    static ConnectByConsent.Consent.Token consent(Fields fields, EmailAddress address) {
        var provider = fields.needed(FIELD + ".provider");
        var token = fields.token(FIELD + ".refreshToken");
        fields.check();
        return new ConnectByConsent.Consent.Token(provider, new Secret(token), address);
    }

    static Account account(ConnectByConsent.Result result) {
        return switch (result) {
            case ConnectByConsent.Result.Connected(var added) -> account(added);
            case ConnectByConsent.Result.Reconnected(var reconnected) -> account(reconnected);
            case ConnectByConsent.Result.NotGranted() -> throw new ProblemException(
                    ProblemType.CONSENT_REFUSED,
                    "The provider knows of no consent that is still good. Please consent again.");
            case ConnectByConsent.Result.Unreachable() -> throw new ProblemException(
                    ProblemType.UNREACHABLE, "The provider does not answer. Please try again in a few minutes.");
            case ConnectByConsent.Result.NotOffered() -> throw new ProblemException(
                    ProblemType.PROVIDER_NOT_OFFERED,
                    "Your administrator has not set up that provider, or it does not accept Waxwing.");
            case ConnectByConsent.Result.NoAddress() -> throw ProblemException.invalid(
                    "address", "The provider does not tell whose mailbox it is: please type the address.");
            case ConnectByConsent.Result.TooManyAttempts() ->
                throw ProblemException.tooManyAttempts(Discovery.PAUSE);
        };
    }

    static Account account(AddAccount.Result result) {
        return switch (result) {
            case AddAccount.Result.Added(var account) -> account;
            case AddAccount.Result.AlreadyAdded(var account) -> throw new ProblemException(
                    Problem.of(ProblemType.ALREADY_ADDED, "You have connected this address before.")
                            .withAccount(account.toString()));
            case AddAccount.Result.Refused(var problem) -> throw new ProblemException(Refusals.problem(problem));
            case AddAccount.Result.NotAnAddress() -> throw ProblemException.invalid(
                    "address", "This is not an email address.");
            case AddAccount.Result.TooManyAttempts() -> throw ProblemException.tooManyAttempts(Discovery.PAUSE);
        };
    }

    static Account account(ReconnectAccount.Result result) {
        return switch (result) {
            case ReconnectAccount.Result.Reconnected(var account) -> account;
            case ReconnectAccount.Result.NoSuchAccount() -> throw ProblemException.notFound();
            case ReconnectAccount.Result.OtherMailbox(var wanted) -> throw new ProblemException(
                    ProblemType.OTHER_MAILBOX, "The consent is for another mailbox than this account's.");
            case ReconnectAccount.Result.AlreadyAdded(var account) -> throw new ProblemException(
                    Problem.of(ProblemType.ALREADY_ADDED, "This address is connected there by another account.")
                            .withAccount(account.toString()));
            case ReconnectAccount.Result.Refused(var problem) ->
                throw new ProblemException(Refusals.problem(problem));
            case ReconnectAccount.Result.TooManyAttempts() ->
                throw ProblemException.tooManyAttempts(Discovery.PAUSE);
        };
    }
}
