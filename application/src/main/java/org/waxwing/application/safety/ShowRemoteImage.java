package org.waxwing.application.safety;

import java.time.Clock;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageFetcher;
import org.waxwing.domain.images.ImageSeal;

/** A picture from somebody else's server, if it was found in a message that this person opened. */
public class ShowRemoteImage {
    private final ImageSeal seal;
    private final ImageFetcher fetcher;
    private final Pace pace;

    /** @param perMinute how many pictures a person may ask for in a minute, on each node */
    public ShowRemoteImage(ImageSeal seal, ImageFetcher fetcher, Clock clock, int perMinute) {
        this.seal = seal;
        this.fetcher = fetcher;
        this.pace = new Pace(clock, perMinute);
    }

    /** What came of it. */
    public sealed interface Result {
        /** The picture. */
        record Shown(ImageFetcher.Result.Fetched picture) implements Result {}

        /** The seal is not that of this address for this person. */
        record NotSealed() implements Result {}

        /** There is no picture to show. */
        record NotThere() implements Result {}

        /** Its server does not answer. */
        record Unreachable() implements Result {}

        /** Too many within a minute. */
        record TooMany() implements Result {}
    }

    /** Fetches it. */
    public Result show(PersonId person, String address, String proof) {
        if (!seal.fits(proof, person, address)) return new Result.NotSealed();
        if (!pace.admits(person)) return new Result.TooMany();
        return switch (fetcher.fetch(address)) {
            case ImageFetcher.Result.Fetched picture -> new Result.Shown(picture);
            case ImageFetcher.Result.Forbidden() -> new Result.NotThere();
            case ImageFetcher.Result.NotAPicture() -> new Result.NotThere();
            case ImageFetcher.Result.Unreachable() -> new Result.Unreachable();
        };
    }
}
