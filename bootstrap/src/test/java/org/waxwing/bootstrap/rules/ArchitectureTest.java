package org.waxwing.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house obeys its rules, and each rule catches its planted offender. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/test-classes/"))
            .importPackages("org.waxwing");

    // without the tests of other modules, which may do what they like and would hide the offenders
    private static final JavaClasses WITH_OFFENDERS = new ClassFileImporter()
            .withImportOption(
                    location -> !location.contains("-tests.jar") && !location.contains("/domain/target/test-classes/"))
            .importPackages("org.waxwing");

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
