/**
 * Doing something to mail and folders. Main type: {@link org.waxwing.application.change.ChangeMail}. Rule of the house:
 * what a person does is done here in one transaction together with the note that the server has to do it too; nobody
 * waits for a server. Carried to servers by {@link org.waxwing.application.change.CarryOutChanges} within the passes of
 * {@code org.waxwing.application.sync}.
 */
@NullMarked
package org.waxwing.application.change;

import org.jspecify.annotations.NullMarked;
