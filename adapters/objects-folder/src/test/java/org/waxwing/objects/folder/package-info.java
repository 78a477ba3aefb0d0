/** Tests of the folder object store. */
@NullMarked
package org.waxwing.objects.folder;

import org.jspecify.annotations.NullMarked;
