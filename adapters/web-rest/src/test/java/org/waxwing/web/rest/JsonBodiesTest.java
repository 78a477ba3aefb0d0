package org.waxwing.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.EmailAddress;

class JsonBodiesTest {
    private record Sample(Instant at, String text, List<String> several) {}

    private static String json(Record body) throws IOException {
        var out = new ByteArrayOutputStream();
        new JsonBodies().writeTo(
                body, body.getClass(), body.getClass(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void spells_times_as_rfc_3339_and_everything_in_utf_8() throws IOException {
        assertThat(json(new Sample(Instant.parse("2026-03-01T09:00:00.123456Z"), "Größe \"图\"", List.of("a"))))
                .isEqualTo("{\"at\":\"2026-03-01T09:00:00.123456Z\",\"text\":\"Größe \\\"图\\\"\",\"several\":[\"a\"]}");
    }

    @Test
    void says_that_a_list_has_ended() throws IOException {
        assertThat(json(Page.whole(List.of("a")))).isEqualTo("{\"items\":[\"a\"],\"nextCursor\":null}");
    }

    @Test
    void writes_only_bodies_of_the_api() {
        var bodies = new JsonBodies();

        assertThat(bodies.isWriteable(Page.class, Page.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                .isTrue();
        assertThat(bodies.isWriteable(
                EmailAddress.class, EmailAddress.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE))
                .as("a domain type is no body")
                .isFalse();
    }
}
