package org.waxwing.web.rest.account;

import java.time.Duration;
import org.waxwing.application.account.DiscoverSettings;
import org.waxwing.domain.account.SuggestedSettings;
import org.waxwing.web.rest.problem.ProblemException;
import org.waxwing.web.rest.problem.ProblemType;

/** What looking for settings, or connecting, came to, as an answer or the problem that it is. */
final class Discovery {
    static final Duration PAUSE = Duration.ofMinutes(10);

    private Discovery() {}

    static SuggestedSettings settings(DiscoverSettings.Result result) {
        return switch (result) {
            case DiscoverSettings.Result.Found(var settings) -> settings;
            case DiscoverSettings.Result.NotFound() -> throw new ProblemException(
                    ProblemType.SETTINGS_NOT_FOUND,
                    "We found no mail servers for that address. Please type them: your provider tells which they are.");
            case DiscoverSettings.Result.NotAnAddress() -> throw ProblemException.invalid(
                    "address", "This is not an email address.");
            case DiscoverSettings.Result.TooManyAttempts() -> throw ProblemException.tooManyAttempts(PAUSE);
        };
    }
}
