/**
 * Pictures of other servers over the API. Main type: {@link org.waxwing.web.rest.safety.ImagesResource}. Rule of the house:
 * nothing is fetched whose address we have not sealed for who asks. The story continues in
 * {@code org.waxwing.application.safety}.
 */
@NullMarked
package org.waxwing.web.rest.safety;

import org.jspecify.annotations.NullMarked;
