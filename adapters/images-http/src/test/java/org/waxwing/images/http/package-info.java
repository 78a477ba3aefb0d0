/** Tests of the fetching of pictures. */
@NullMarked
package org.waxwing.images.http;

import org.jspecify.annotations.NullMarked;
