package org.waxwing.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is asked for is made by exactly one line of the wiring. */
class WiringTest {
    private static final List<Class<?>> ROOMS = List.of(
            RuntimeWiring.class,
            FlowWiring.class,
            IdentityWiring.class,
            AccountWiring.class,
            MailboxWiring.class,
            SearchWiring.class,
            RuleWiring.class,
            SortingWiring.class,
            SendingWiring.class,
            SyncWiring.class,
            ChangeWiring.class,
            TriageWiring.class,
            PreferencesWiring.class,
            PreviewWiring.class,
            SafetyWiring.class);
    private static final List<Method> PRODUCERS = ROOMS.stream()
            .flatMap(room -> Arrays.stream(room.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Produces.class))
            .toList();

    /** What the producers themselves ask for, and what the classes of the container have injected. */
    static Stream<Class<?>> wanted() {
        var house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/test-classes/"))
                .importPackages("org.waxwing");
        Stream<Class<?>> byProducers = PRODUCERS.stream().flatMap(method -> Arrays.stream(method.getParameterTypes()));
        Stream<Class<?>> byFields = house.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(Inject.class))
                .map(field -> field.getRawType())
                .filter(WiringTest::isOfTheInnerRings)
                .map(JavaClass::reflect);
        return Stream.concat(byProducers, byFields).distinct();
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void is_made_once(Class<?> type) {
        assertThat(PRODUCERS.stream().filter(method -> makes(method, type)).map(Method::getName)).hasSize(1);
    }

    // driving adapters are the container's own, and so is what only they know
    private static boolean isOfTheInnerRings(JavaClass type) {
        return type.getPackageName().startsWith("org.waxwing.application.")
                && !type.getSimpleName().equals("CurrentUser")
                && (type.isInterface() || !type.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    private static boolean makes(Method producer, Class<?> type) {
        var typed = producer.getAnnotation(Typed.class);
        return typed == null
                ? type.isAssignableFrom(producer.getReturnType())
                : Arrays.asList(typed.value()).contains(type);
    }
}
