/**
 * What a page or an API client sees: rows and views shaped for reading, straight from the store.
 * Main type: {@link org.waxwing.domain.reading.MailReader}. Rule of the house: lists are windows that continue after a
 * position (keyset), never after a number of rows; nothing here is changed and saved again.
 */
@NullMarked
package org.waxwing.domain.reading;

import org.jspecify.annotations.NullMarked;
