package dev.pith.workflows;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Workflow code decides and does nothing else. Java has no sandbox, so its determinism stands here. */
@AnalyzeClasses(packages = "dev.pith.workflows", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> CLOCKS_AND_DICE =
            Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random", "getenv", "getProperty");

    @ArchTest
    static final ArchRule knowsOnlyTemporalAndPlainValues = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "dev.pith.workflows..",
                            "io.temporal..",
                            "java.lang..",
                            "java.util",
                            "java.math",
                            "java.time",
                            "org.jspecify..")
                    .or(describe("array types of these", type -> type.isArray())));

    @ArchTest
    static final ArchRule asksNoClockNoDiceNoEnvironment = noClasses().should().accessTargetWhere(isClockOrDice());

    @ArchTest
    static final ArchRule startsNoThreadAndTakesNoLock = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.concurrent..", "java.lang.ref..", "java.lang.reflect.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, ThreadLocal.class, Process.class, Runtime.class);

    @ArchTest
    static final ArchRule iteratesInAnOrderOfItsOwn = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.HashMap")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.HashSet")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.IdentityHashMap");

    @ArchTest
    static final ArchRule throwsNoDice = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|Timer)");

    @ArchTest
    static final ArchRule packagesKnowEachOtherInNoCircle =
            slices().matching("dev.pith.(**)").should().beFreeOfCycles();

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

    private static DescribedPredicate<JavaAccess<?>> isClockOrDice() {
        return describe(
                "a clock, dice or the environment",
                access -> CLOCKS_AND_DICE.contains(access.getName())
                        && access.getTargetOwner().getPackageName().startsWith("java."));
    }
}
