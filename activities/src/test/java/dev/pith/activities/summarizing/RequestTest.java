package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.dates.Days;
import dev.pith.activities.facts.Facts;
import dev.pith.activities.identifiers.Traces;
import dev.pith.activities.workstate.WorkState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {

    @Test
    void requestsOfOneTemplateAreTheFirstAndTheLastWithACount() {
        List<Request> requests = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            requests.add(new Request(i, record(i)));
        }
        requests.add(4, new Request(100, "Build the tide table."));

        List<Request> folded = Request.folded(requests);

        assertThat(folded)
                .containsExactly(
                        new Request(1, record(1)).standingFor(8),
                        new Request(100, "Build the tide table."),
                        new Request(10, record(10)));
        assertThat(Request.folded(folded)).isEqualTo(folded);
    }

    @Test
    void joinedFoldsKeepTheirCount() {
        List<Request> joined = List.of(
                new Request(1, record(1)).standingFor(8), new Request(10, record(10)), new Request(11, record(11)));

        assertThat(Request.folded(joined))
                .containsExactly(new Request(1, record(1)).standingFor(9), new Request(11, record(11)));
    }

    @Test
    void threeRecordsAndShortRequestsStay() {
        List<Request> requests = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            requests.add(new Request(i, "Fix ticket " + i + "."));
        }
        for (int i = 11; i <= 13; i++) {
            requests.add(new Request(i, record(i)));
        }

        assertThat(Request.folded(requests)).isEqualTo(requests);
    }

    @Test
    void ofMoreShortRequestsThanADigestHolds_theOthersAreCounted() {
        List<Request> requests = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            requests.add(new Request(i, "Fix ticket " + i + "."));
        }

        Digest digest = new Digest(requests, List.of(), WorkState.NONE, Traces.NONE, Facts.NONE, Days.NONE, 0);

        assertThat(digest.trimmed().requests())
                .hasSize(Digest.MAX_REQUESTS)
                .startsWith(new Request(1, "Fix ticket 1.").standingFor(140));
    }

    @Test
    void aDigestOfAnEarlierVersionIsRead() {
        Digest digest =
                Digest.fromJson("{\"requests\":[{\"seq\":1,\"text\":\"Build it.\"}],\"statements\":[],\"state\":"
                        + stateOfNothing() + ",\"traces\":{\"events\":0,\"named\":[]},\"unread\":0}");

        assertThat(digest.requests()).containsExactly(new Request(1, "Build it."));
        assertThat(digest.facts().all()).isEmpty();
    }

    private static String record(int i) {
        return "The record archive-" + i
                + " of the harbor changes nothing of the tide table, which stays as it was, nor of " + "anything else.";
    }

    private static String stateOfNothing() {
        String json = Digest.EMPTY.toJson();
        int from = json.indexOf("\"state\":") + 8;
        return json.substring(from, json.indexOf(",\"traces\""));
    }
}
