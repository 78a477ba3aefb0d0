/** Measures how well mail is sorted: {@link org.waxwing.bootstrap.eval.Evaluation} prints it. */
@NullMarked
package org.waxwing.bootstrap.eval;

import org.jspecify.annotations.NullMarked;
