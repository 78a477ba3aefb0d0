/**
 * Keeping our copy of every account current. Main type: {@link org.waxwing.application.sync.SyncAccount}. Rule of the
 * house: mail is fetched and parsed outside any transaction and stored in short ones; every step can be repeated. The
 * story continues in {@code org.waxwing.application.flow}.
 */
@NullMarked
package org.waxwing.application.sync;

import org.jspecify.annotations.NullMarked;
