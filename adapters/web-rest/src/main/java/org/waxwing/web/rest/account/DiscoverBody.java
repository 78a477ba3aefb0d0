package org.waxwing.web.rest.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to look for an address's settings, for the API's description. */
@Schema(name = "Discover")
public record DiscoverBody(@Schema(required = true) String address) {}
