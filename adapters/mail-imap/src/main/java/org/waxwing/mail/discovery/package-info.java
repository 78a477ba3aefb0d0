/**
 * Finding the servers of an address. Main type: {@link org.waxwing.mail.discovery.NetworkSettingsDiscovery}. Rule of the
 * house: whoever owns a domain may say anything, so every host found is checked like one that was typed, every answer is
 * short, and all of it together takes a few seconds at most. The port is
 * {@link org.waxwing.domain.account.SettingsDiscovery}.
 */
@NullMarked
package org.waxwing.mail.discovery;

import org.jspecify.annotations.NullMarked;
