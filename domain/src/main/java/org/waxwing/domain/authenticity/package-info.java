/**
 * Whether a message comes from whom it says it comes from: what receiving servers testified, and what a careful reader
 * would notice. Main type: {@link org.waxwing.domain.authenticity.Authentication}. Rule of the house: a server is believed
 * about what it received itself and about nothing else; a hint names its reason, and is left out when in doubt. The story
 * continues in {@code org.waxwing.application.safety}.
 */
@NullMarked
package org.waxwing.domain.authenticity;

import org.jspecify.annotations.NullMarked;
