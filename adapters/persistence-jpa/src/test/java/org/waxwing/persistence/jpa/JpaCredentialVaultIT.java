package org.waxwing.persistence.jpa;

import org.waxwing.domain.account.CredentialVaultContract;
import org.waxwing.domain.world.World;

class JpaCredentialVaultIT implements CredentialVaultContract {
    @Override
    public World world() {
        return JpaWorld.WORLD;
    }
}
