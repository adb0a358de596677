package io.twingrid.chassis.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The arrows of the house. In a service: the rooms ({@code api events store channel}) know the domain, the root wires
 * them, no room knows another, the domain is plain Java. Between modules: nobody knows another service.
 */
public final class HouseRules {
    private static final List<String> ROOMS = List.of("api", "events", "store", "channel");

    private HouseRules() {}

    /** Checks the service whose root package is {@code root}. */
    public static void check(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        rules(root).forEach(rule -> rule.check(classes));
    }

    static List<ArchRule> rules(String root) {
        return List.of(
                theDomainIsPlainJava(root),
                roomsDoNotKnowOneAnother(root),
                theStoreKnowsOnlyTheDomain(root),
                noOtherService(root));
    }

    static ArchRule theDomainIsPlainJava(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are of the domain, the JDK, the change's Outcome, or a publisher in a port",
                        type -> in(type, root + ".domain")
                                || in(type, "java")
                                || in(type, "org.jspecify.annotations")
                                || in(type, "org.reactivestreams")
                                || in(type, "reactor.core.publisher")
                                || type.getName().startsWith("io.twingrid.chassis.change.Outcome")
                                || type.getBaseComponentType().isPrimitive()))
                .allowEmptyShould(true);
    }

    static ArchRule roomsDoNotKnowOneAnother(String root) {
        return noClasses()
                .that(resideInARoom(root))
                .should(new KnowsAnotherRoom(root, ROOMS))
                .allowEmptyShould(true);
    }

    static ArchRule theStoreKnowsOnlyTheDomain(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root)
                .allowEmptyShould(true);
    }

    static ArchRule noOtherService(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(describe(
                        "are of another service, of deploy, or of what only tests and the standalone use",
                        type -> in(type, "io.twingrid")
                                && !in(type, root)
                                && (!in(type, "io.twingrid.chassis")
                                        || in(type, "io.twingrid.chassis.embedded")
                                        || in(type, "io.twingrid.chassis.testkit"))))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> resideInARoom(String root) {
        return describe("are in a room", type -> ROOMS.stream().anyMatch(room -> in(type, root + "." + room)));
    }

    static boolean in(JavaClass type, String packageName) {
        String name = type.getBaseComponentType().getPackageName();
        return name.equals(packageName) || name.startsWith(packageName + ".");
    }
}
