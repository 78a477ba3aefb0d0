package org.waxwing.bootstrap.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every rule of the house, by a name that a planted offender refers to. */
final class HouseRules {
    static final List<String> ADAPTERS = List.of(
            "org.waxwing.cache.infinispan",
            "org.waxwing.html.owasp",
            "org.waxwing.identity.keycloak",
            "org.waxwing.images.http",
            "org.waxwing.mail",
            "org.waxwing.messaging.jms",
            "org.waxwing.oauth.http",
            "org.waxwing.objects.folder",
            "org.waxwing.persistence.jpa",
            "org.waxwing.preview.pdfbox",
            "org.waxwing.runtime.jakarta",
            "org.waxwing.web.faces",
            "org.waxwing.web.rest");

    // what a technology's packages are called, and the only adapters that may know them
    private static final Map<String, List<String>> FENCES = Map.ofEntries(
            Map.entry("jakarta.persistence..", List.of("org.waxwing.persistence.jpa..")),
            Map.entry("org.hibernate..", List.of("org.waxwing.persistence.jpa..")),
            Map.entry("jakarta.mail..", List.of("org.waxwing.mail..")),
            Map.entry("org.eclipse.angus..", List.of("org.waxwing.mail..")),
            Map.entry("org.infinispan..", List.of("org.waxwing.cache.infinispan..")),
            Map.entry("jakarta.jms..", List.of("org.waxwing.messaging.jms..")),
            Map.entry("jakarta.faces..", List.of("org.waxwing.web.faces..")),
            Map.entry("org.primefaces..", List.of("org.waxwing.web.faces..")),
            Map.entry("jakarta.ws.rs..", List.of("org.waxwing.web.rest..")),
            Map.entry("org.apache.pdfbox..", List.of("org.waxwing.preview.pdfbox..")),
            Map.entry("jakarta.transaction..", List.of("org.waxwing.runtime.jakarta..")));

    // hand out what is found at the top of the graph, and hold the objects that the server looks up
    private static final String[] ASSEMBLY = {
            "org.waxwing.bootstrap.wiring..", "org.waxwing.bootstrap.start..", "org.waxwing.bootstrap.demo..",
            "org.waxwing.bootstrap.local..", "org.waxwing.bootstrap.server.."
    };

    private HouseRules() {}

    /** The rule of that name. */
    static ArchRule named(String name) {
        var rule = all().get(name);
        if (rule == null) throw new IllegalArgumentException("No rule is called " + name);
        return rule;
    }

    static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("domain-alone", domainAlone());
        rules.put("application-on-domain", applicationOnDomain());
        rules.put("adapters-apart", adaptersApart());
        rules.put("nobody-needs-bootstrap", nobodyNeedsBootstrap());
        rules.put("vendor-fences", vendorFences());
        rules.put("domain-without-cycles", withoutCycles("domain"));
        rules.put("application-without-cycles", withoutCycles("application"));
        rules.put("no-setters", noSetters());
        rules.put("no-chance-no-clock", noChanceNoClock());
        rules.put("use-cases-do-one-thing", useCasesDoOneThing());
        rules.put("constructor-injection", constructorInjection());
        return rules;
    }

    private static ArchRule domainAlone() {
        return classes()
                .that(resideInAPackage("org.waxwing.domain.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("org.waxwing.domain..", "org.jspecify..")
                        .or(platform()))
                .because("the domain must be readable and testable with nothing but the JDK");
    }

    private static ArchRule applicationOnDomain() {
        return classes()
                .that(resideInAPackage("org.waxwing.application.."))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("org.waxwing.application..", "org.waxwing.domain..", "org.jspecify..")
                                .or(platform()))
                .because("what happens must not depend on the technology it happens on");
    }

    private static DescribedPredicate<JavaClass> platform() {
        return resideInAPackage("java..")
                .and(not(resideInAnyPackage("java.sql..", "java.util.logging..", "java.net.http..")))
                .as("the JDK without SQL, logging and HTTP");
    }

    private static ArchRule adaptersApart() {
        return classes()
                .that(describe("are in an adapter", type -> adapterOf(type) != null))
                .should(new ArchCondition<>("know no other adapter") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (var dependency : type.getDirectDependenciesFromSelf()) {
                            var target = adapterOf(dependency.getTargetClass());
                            boolean bad = target != null && !target.equals(adapterOf(type));
                            if (bad) events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                })
                .because("a technology is added or removed as one folder");
    }

    private static @Nullable String adapterOf(JavaClass type) {
        for (var adapter : ADAPTERS)
            if (type.getPackageName().equals(adapter) || type.getPackageName().startsWith(adapter + "."))
                return adapter;
        return null;
    }

    private static ArchRule nobodyNeedsBootstrap() {
        return noClasses()
                .that(resideInAPackage("org.waxwing..").and(not(resideInAPackage("org.waxwing.bootstrap.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.waxwing.bootstrap.."))
                .because("wiring knows everybody and is known by nobody");
    }

    /** What a technology is, and who may know it. */
    private record Fence(DescribedPredicate<JavaClass> vendor, DescribedPredicate<JavaClass> insiders) {}

    private static ArchRule vendorFences() {
        // made once: taking a pattern apart takes longer than using it
        var fences = FENCES.entrySet().stream()
                .map(it -> new Fence(
                        resideInAPackage(it.getKey()), resideInAnyPackage(it.getValue().toArray(String[]::new))))
                .toList();
        return classes()
                .that(resideInAPackage("org.waxwing..").and(not(resideInAnyPackage(ASSEMBLY))))
                .should(new ArchCondition<>("stay on their side of the vendor fences") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var closed = fences.stream().filter(it -> !it.insiders().test(type)).toList();
                        for (var dependency : type.getDirectDependenciesFromSelf())
                            if (closed.stream().anyMatch(it -> it.vendor().test(dependency.getTargetClass())))
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                })
                .because("a technology that leaks can no longer be replaced");
    }

    private static ArchRule withoutCycles(String ring) {
        return slices()
                .matching("org.waxwing." + ring + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("rooms in a circle are one room");
    }

    private static ArchRule noSetters() {
        return methods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage("org.waxwing.domain.."))
                .should(new ArchCondition<JavaMethod>("not be setters") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean bad = method.getName().matches("set[A-Z].*");
                        events.add(new SimpleConditionEvent(method, !bad, method.getDescription()));
                    }
                })
                .because("change returns a new value and is named for the deed");
    }

    private static ArchRule noChanceNoClock() {
        var clocks = Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class).stream()
                .map(Class::getName)
                .toList();
        var forbidden = describe("a clock or chance", (JavaMember target) -> {
            var owner = target.getOwner().getName();
            var name = target.getName();
            return (clocks.contains(owner) && name.equals("now"))
                    || (owner.equals(Clock.class.getName()) && name.startsWith("system"))
                    || (owner.equals(UUID.class.getName()) && name.equals("randomUUID"))
                    || (owner.equals(System.class.getName()) && Set.of("currentTimeMillis", "nanoTime").contains(name))
                    || target.getOwner().isAssignableTo(Random.class);
        });
        return noClasses()
                .that(resideInAnyPackage("org.waxwing.domain..", "org.waxwing.application.."))
                .should(new ArchCondition<JavaClass>("ask a clock or chance by themselves") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (var access : type.getAccessesFromSelf()) {
                            boolean bad = access.getTarget().resolveMember().filter(forbidden).isPresent();
                            events.add(new SimpleConditionEvent(type, bad, access.getDescription()));
                        }
                    }
                })
                .because("what depends on time or chance gets it handed in, and can be tested");
    }

    private static ArchRule useCasesDoOneThing() {
        return classes()
                .that(resideInAPackage("org.waxwing.application.."))
                .and(not(resideInAPackage("org.waxwing.application.runtime..")))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotRecords()
                .should(new ArchCondition<>("have at most one public method and no interface") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        long methods = type.getMethods().stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                                .count();
                        boolean port = type.getInterfaces().stream()
                                .anyMatch(it -> it.toErasure().getPackageName().startsWith("org.waxwing"));
                        // what implements a runtime port decorates it; what keeps state is no use case; a step of one has none
                        boolean exempt = port || type.getSimpleName().equals("WatchAccounts");
                        events.add(new SimpleConditionEvent(
                                type, exempt || methods <= 1, type.getName() + " has " + methods + " public methods"));
                    }
                })
                .because("one class for each happening can be found by its name");
    }

    private static ArchRule constructorInjection() {
        return fields()
                .that()
                .areDeclaredInClassesThat(resideInAPackage("org.waxwing..")
                        .and(not(resideInAnyPackage(
                                "org.waxwing.web..",
                                "org.waxwing.messaging.jms..",
                                "org.waxwing.identity.keycloak..",
                                "org.waxwing.bootstrap.."))))
                .should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .because("only what the container owns is filled by the container");
    }
}
