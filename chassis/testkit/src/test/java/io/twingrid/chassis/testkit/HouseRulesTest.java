package io.twingrid.chassis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of the house holds for a good service, and can fail for a bad one. */
class HouseRulesTest {
    private static final String GOOD = "io.twingrid.chassis.testkit.rules.good";
    private static final String BAD = "io.twingrid.chassis.testkit.rules.bad";

    @Test
    void aGoodServiceKeepsThemAll() {
        JavaClasses classes = new ClassFileImporter().importPackages(GOOD);
        HouseRules.rules(GOOD).forEach(rule -> rule.check(classes));
    }

    @Test
    void everyRuleCanFail() {
        JavaClasses classes = new ClassFileImporter().importPackages(BAD);
        for (ArchRule rule : List.of(
                HouseRules.theDomainIsPlainJava(BAD),
                HouseRules.roomsDoNotKnowOneAnother(BAD),
                HouseRules.theStoreKnowsOnlyTheDomain(BAD),
                HouseRules.noOtherService(BAD))) {
            assertThat(rule.evaluate(classes).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }

    @Test
    void theChassisKnowsNoService() {
        JavaClasses chassis = new ClassFileImporter().importPackages("io.twingrid.chassis");
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.twingrid.intake..",
                        "io.twingrid.triage..",
                        "io.twingrid.escalation..",
                        "io.twingrid.points..",
                        "io.twingrid.notification..")
                .check(chassis);
    }
}
