package dev.pith.starter;

import static com.tngtech.archunit.lang.conditions.ArchConditions.transitivelyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./dev test} leaves out what is tagged, so that it needs no server and takes less than a minute. */
class ServersTagTest {

    private static final Set<String> STARTERS = Set.of(
            "dev.pith.activities.testing.SharedPostgres",
            "dev.pith.starter.engine.DevServer",
            "dev.pith.starter.runtime.TestTemporal",
            "dev.pith.starter.runtime.TestHome");

    private static final DescribedPredicate<JavaClass> UNTAGGED = DescribedPredicate.describe(
            "tests without the tag",
            type -> type.getSimpleName().endsWith("Test")
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                    && type.tryGetAnnotationOfType(Tag.class)
                            .filter(tag -> tag.value().equals("servers"))
                            .isEmpty());

    private static final DescribedPredicate<JavaClass> STARTS_SERVERS =
            DescribedPredicate.describe("start servers", type -> STARTERS.contains(type.getName()));

    /** Of another module they come in its jar of tests. */
    private static boolean isOfTests(Location location) {
        return location.contains("/test-classes/") || location.contains("-tests.jar");
    }

    @Test
    void whatStartsServers_saysSo() {
        JavaClasses tests = ArchConfiguration.withThreadLocalScope(configuration -> {
            // Only what tests use of each other matters here.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(ServersTagTest::isOfTests)
                    .importPackages("dev.pith");
        });
        noClasses()
                .that(UNTAGGED)
                .should(transitivelyDependOnClassesThat(STARTS_SERVERS))
                .check(tests);
        assertThat(tests).hasSizeGreaterThan(200);
    }
}
