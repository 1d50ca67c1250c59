package dev.pith.activities;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Activities touch the world; only their package temporal knows who calls them. */
@AnalyzeClasses(packages = "dev.pith.activities", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNothingOfWhatStarts =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.pith.starter..");

    @ArchTest
    static final ArchRule onlyItsPackageTemporalKnowsTemporal = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pith.activities.temporal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.temporal..");

    @ArchTest
    static final ArchRule nothingDependsOnItsPackageTemporal = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pith.activities.temporal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pith.activities.temporal");

    @ArchTest
    static final ArchRule packagesKnowEachOtherInNoCircle =
            slices().matching("dev.pith.activities.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule implementsNoWorkflow =
            noClasses().should().dependOnClassesThat().haveNameMatching("dev\\.pith\\.workflows\\..*WorkflowImpl");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager)");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " is not @NullMarked"));
                }
            });
}
