package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetFilterTest {
    @Test
    void finds_the_file_behind_a_versioned_path() {
        assertThat(AssetFilter.file("/assets/v-0a1b2c/js/list.js")).contains("/assets/js/list.js");
        assertThat(AssetFilter.file("/assets/v-0a1b2c/icons.svg")).contains("/assets/icons.svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/assets/js/list.js",
            "/assets/v-0a/../../WEB-INF/web.xml",
            "/assets/v-0a/..%2f..%2fWEB-INF/web.xml",
            "/assets/v-0a//x.js",
            "/assets/v-0a/.hidden.js",
            "/assets/v-0a/js/list.js;x=1"
    })
    void leaves_everything_else_to_the_server(String path) {
        assertThat(AssetFilter.file(path)).isEmpty();
    }
}
