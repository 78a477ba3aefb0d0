/**
 * Fetches pictures of other servers. Main type: {@link org.waxwing.images.http.CheckedImageFetcher}. Rule of the house: a
 * name is looked up once, checked, and only the checked address is connected to; nothing that could tell one reader from
 * another is sent. The port is {@link org.waxwing.domain.images.ImageFetcher}.
 */
@NullMarked
package org.waxwing.images.http;

import org.jspecify.annotations.NullMarked;
