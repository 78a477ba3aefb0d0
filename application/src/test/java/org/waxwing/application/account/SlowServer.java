package org.waxwing.application.account;

import org.waxwing.application.world.House;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.sync.MailProvider;

/** A house's server at which something happens while it is asked whether settings work. */
record SlowServer(House house, Runnable meanwhile) implements MailProvider {
    @Override
    public void verify(ServerEndpoint incoming, SignIn signIn) {
        house.server().verify(incoming, signIn);
        meanwhile.run();
    }

    @Override
    public Session open(ServerEndpoint incoming, SignIn signIn) {
        return house.server().open(incoming, signIn);
    }

    @Override
    public Watch watch(ServerEndpoint incoming, SignIn signIn, WatchListener listener) {
        return house.server().watch(incoming, signIn, listener);
    }
}
