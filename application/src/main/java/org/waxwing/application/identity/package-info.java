/**
 * People arriving. Main type: {@link org.waxwing.application.identity.WelcomePerson}. Rule of the house: whoever the
 * identity provider vouches for is let in, as themselves and nobody else. The story continues in
 * {@code org.waxwing.application.account}.
 */
@NullMarked
package org.waxwing.application.identity;

import org.jspecify.annotations.NullMarked;
