/**
 * Making, changing, trying and running rules. Main types: {@link org.waxwing.application.rules.KeepRule},
 * {@link org.waxwing.application.rules.TryRule}, {@link org.waxwing.application.rules.RunRules}. Rule of the house: people change their own rules, and administrators
 * those of their organisation; whoever changes a rule says which one they saw, and nobody overwrites what somebody else
 * changed meanwhile. What rules mean is told in {@link org.waxwing.domain.rules}.
 */
@NullMarked
package org.waxwing.application.rules;

import org.jspecify.annotations.NullMarked;
