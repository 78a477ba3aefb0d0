/**
 * Writing mail octet by octet: headers (RFC 5322, 2047, 2231), bodies (RFC 2045, 2046, 3676) and the files that hang on
 * them. Main type: {@link org.waxwing.bootstrap.demo.mime.MimeEntity}. Rule of the house: nothing here knows the demo's
 * people or stories, nothing reads the clock or a random number, and the same input gives the same octets. The story
 * continues in {@code org.waxwing.bootstrap.demo.world}.
 */
@NullMarked
package org.waxwing.bootstrap.demo.mime;

import org.jspecify.annotations.NullMarked;
