/**
 * Pictures on other people's servers: whose are shown without asking, and how they are fetched so that their sender
 * learns nothing about the reader. Main type: {@link org.waxwing.domain.images.ImageFetcher}. Rule of the house: only an
 * address that we have sealed for a person is fetched for them. The story continues in
 * {@code org.waxwing.application.safety}.
 */
@NullMarked
package org.waxwing.domain.images;

import org.jspecify.annotations.NullMarked;
