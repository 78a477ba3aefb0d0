package org.waxwing.web.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    private static String json(Problem problem) throws JsonProcessingException {
        return new JsonMapper().writeValueAsString(problem);
    }

    @Test
    void says_only_what_there_is_to_say() throws JsonProcessingException {
        assertThat(json(Problem.of(ProblemType.NOT_FOUND, "")))
                .isEqualTo("{\"type\":\"urn:waxwing:problem:not-found\",\"title\":\"Not found\",\"status\":404}");
    }

    @Test
    void lists_every_field() throws JsonProcessingException {
        assertThat(json(Problem.of(List.of(new Problem.Field("imap.port", "Too high.")))))
                .contains("\"status\":422", "\"errors\":[{\"field\":\"imap.port\",\"detail\":\"Too high.\"}]");
    }

    @Test
    void names_the_account_that_is_in_the_way() throws JsonProcessingException {
        assertThat(json(Problem.of(ProblemType.ALREADY_ADDED, "Yes.").withAccount("a1")))
                .contains("\"status\":409", "\"accountId\":\"a1\"");
    }

    @Test
    void has_an_address_of_its_own_for_every_kind() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::address))
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it.toString()).matches("urn:waxwing:problem:[a-z-]+"));
    }

    @ParameterizedTest
    @CsvSource({
            "401, NOT_SIGNED_IN", "403, FORBIDDEN", "404, NOT_FOUND", "405, METHOD_NOT_ALLOWED", "406, NOT_ACCEPTABLE",
            "415, UNSUPPORTED_MEDIA_TYPE",
            "400, MALFORMED_REQUEST", "418, MALFORMED_REQUEST", "503, INTERNAL", "413, TOO_LARGE"
    })
    void stands_for_what_the_server_decided(int status, ProblemType type) {
        assertThat(ProblemType.ofStatus(status)).isEqualTo(type);
    }
}
