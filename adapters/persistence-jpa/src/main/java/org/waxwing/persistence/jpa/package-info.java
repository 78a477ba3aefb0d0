/**
 * All that is stored, in PostgreSQL: aggregates as Hibernate entities, mail in bulk by SQL, the schema by Flyway.
 * Main types: {@link org.waxwing.persistence.jpa.JpaMailStore}, {@link org.waxwing.persistence.jpa.JpaMailReader}. Rule
 * of the house: no statement asks whose a row is; {@link org.waxwing.persistence.jpa.RowLevelSecurity} tells the
 * database who acts, and the policies of the migrations do the rest.
 */
@NullMarked
package org.waxwing.persistence.jpa;

import org.jspecify.annotations.NullMarked;
