package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.gateway.CallOutcome.Group;
import dev.pith.activities.model.ModelFailure;
import dev.pith.workflows.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallOutcomeTest {

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictIsOne(Verdict verdict) {
        assertThat(CallOutcome.of(verdict).group()).isEqualTo(verdict == Verdict.FIT ? Group.FIT : Group.UNFIT);
    }

    @ParameterizedTest
    @EnumSource(ModelFailure.Kind.class)
    void everyFailureIsOne(ModelFailure.Kind kind) {
        assertThat(CallOutcome.of(kind).group()).isIn(Group.FAILED, Group.LOST, Group.UNFIT);
    }

    /** What the SQL counts as unfit is what the enum says. */
    @ParameterizedTest
    @EnumSource(Group.class)
    void theFiguresCountEachGroup(Group group) {
        List<String> unfit = Pattern.compile("'([A-Z_]+)'")
                .matcher(ModelCalls.UNFIT)
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(Arrays.stream(CallOutcome.values()).filter(outcome -> outcome.group() == group))
                .allSatisfy(
                        outcome -> assertThat(unfit.contains(outcome.name())).isEqualTo(group == Group.UNFIT));
    }
}
