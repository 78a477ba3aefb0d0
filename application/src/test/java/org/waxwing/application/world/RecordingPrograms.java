package org.waxwing.application.world;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.waxwing.domain.sending.WebhookCaller;

/** Programs that remember what they were told. Whoever tells them within a transaction has a bug. */
public final class RecordingPrograms implements WebhookCaller {
    private final BooleanSupplier inTransaction;
    private final List<Call> told = new ArrayList<>();
    private Answer answer = new Answer.Taken();

    public RecordingPrograms(BooleanSupplier inTransaction) {
        this.inTransaction = inTransaction;
    }

    /** What they say from now on. */
    public void answer(Answer now) {
        answer = now;
    }

    /** What they were told, in order. */
    public List<Call> told() {
        return List.copyOf(told);
    }

    @Override
    public Answer call(URI address, Call call) {
        if (inTransaction.getAsBoolean()) throw new IllegalStateException("A program is told within a transaction");
        told.add(call);
        return answer;
    }
}
