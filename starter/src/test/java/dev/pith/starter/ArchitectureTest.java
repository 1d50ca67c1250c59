package dev.pith.starter;

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

/** What starts may use everything; inside it, the command line stands on top. */
@AnalyzeClasses(packages = "dev.pith", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nothingBelowKnowsIt = noClasses()
            .that()
            .resideInAnyPackage("dev.pith.workflows..", "dev.pith.activities..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pith.starter..");

    @ArchTest
    static final ArchRule nothingDependsOnTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pith.starter.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pith.starter.cli..");

    @ArchTest
    static final ArchRule packagesKnowEachOtherInNoCircle =
            slices().matching("dev.pith.starter.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule serversAreStartedWithoutKnowingWhatFor = noClasses()
            .that()
            .resideInAPackage("dev.pith.starter.runtime")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.pith.workflows..", "dev.pith.activities..", "dev.pith.starter.engine");

    @ArchTest
    static final ArchRule importersKnowNoStore = noClasses()
            .that()
            .resideInAPackage("dev.pith.starter.importing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.pith.activities.store..",
                    "dev.pith.activities.intake..",
                    "dev.pith.activities.gateway..",
                    "io.temporal..");

    @ArchTest
    static final ArchRule aFileIsSummarizedWithoutServers = noClasses()
            .that()
            .resideInAnyPackage("dev.pith.starter.filter", "dev.pith.starter.hook")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.pith.activities.store..",
                    "dev.pith.activities.intake..",
                    "dev.pith.activities.gateway..",
                    "dev.pith.starter.engine",
                    "dev.pith.starter.runtime",
                    "io.temporal..",
                    "java.sql..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager)");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .resideInAPackage("dev.pith.starter..")
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " is not @NullMarked"));
                }
            });
}
