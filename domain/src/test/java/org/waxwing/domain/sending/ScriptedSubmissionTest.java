package org.waxwing.domain.sending;

import java.util.List;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.world.ScriptedSubmission;
import org.waxwing.domain.world.ScriptedSubmission.Manner;
import org.waxwing.domain.world.ScriptedSubmission.Taken;

class ScriptedSubmissionTest implements MailSubmissionContract {
    private final ScriptedSubmission scripted = new ScriptedSubmission(() -> false);

    @Override
    public MailSubmission submission() {
        return scripted;
    }

    @Override
    public ServerEndpoint server() {
        return new ServerEndpoint("smtp.example.org", 465, ConnectionSecurity.TLS);
    }

    @Override
    public void serverBehaves(Manner manner) {
        scripted.behaves(manner);
    }

    @Override
    public List<Taken> taken() {
        return scripted.taken();
    }
}
