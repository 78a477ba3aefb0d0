package org.waxwing.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house obeys its rules, and each rule catches its planted offender. */
class ArchitectureTest {
    // without the tests of other modules, which may do what they like and would hide the offenders; those are archives,
    // or folders where nothing has been packaged
    private static final JavaClasses WITH_OFFENDERS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("-tests.jar")
                    && (!location.contains("/test-classes/") || location.contains("/bootstrap/target/test-classes/")))
            .importPackages("org.waxwing");

    private static final JavaClasses HOUSE = WITH_OFFENDERS.that(DescribedPredicate.describe(
            "are no tests", type -> !type.getSource().orElseThrow().getUri().toString().contains("/test-classes/")));

    static Stream<String> rules() {
        return HouseRules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_obeys(String rule) {
        HouseRules.named(rule).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_planted_offender_is_caught(String rule) {
        var broken = HouseRules.named(rule).evaluate(WITH_OFFENDERS);

        assertThat(broken.getFailureReport().getDetails()).anyMatch(detail -> detail.contains("planted"));
    }

    @Test
    void every_adapter_is_known_to_the_rules() {
        var rings = Stream.of("org.waxwing.domain", "org.waxwing.application", "org.waxwing.bootstrap");
        var known = Stream.concat(rings, HouseRules.ADAPTERS.stream()).toList();

        assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> known.stream().anyMatch(name::startsWith));
    }
}
