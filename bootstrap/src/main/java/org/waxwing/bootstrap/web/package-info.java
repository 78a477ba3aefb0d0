/**
 * What the container itself answers, before any page or resource is asked:
 * {@link org.waxwing.bootstrap.web.ProblemPage}. Who may see what is declared in {@code WEB-INF/web.xml}, how people
 * sign in in {@code WEB-INF/oidc.json}.
 */
@NullMarked
package org.waxwing.bootstrap.web;

import org.jspecify.annotations.NullMarked;
