package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Now I understand the bug.",
                "Again, with less around it.",
                "True, the test writes all four.",
                "Found, and it isn't the cache.",
                "I haven't changed anything yet.",
                "Good point, I missed that.",
                "Nothing has been touched so far.",
                "Ok, now I see what is going on here.",
                "I can see the problem now!",
                "Great. I fully understand how it works",
                "Good, I see.",
                "Now let me fix the remaining issues.",
                "Now run the full verification suite.",
                "Now the remaining items.",
                "Now I have a clear understanding of the patterns.",
                "You're right - that's a good catch.",
                "You're right to ask about this.",
                "I can clearly see the issue.",
                "I think I might see a potential issue.",
            })
    void whatOnlyGoesOnIsIdleAndCountsAsAnAnnouncement(String text) {
        assertThat(Weight.idles(text)).isTrue();
        assertThat(Weight.announces(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Now I understand the bug: the cache key omits the tenant.",
                "True, the retry never reaches the second host.",
                "Right, port 5432 is taken by the old container.",
                "Yes, parseRange drops the last page.",
                "Found, the token expires before the refresh.",
                "Correct, so we'll use the queue instead.",
                "I haven't changed anything in the schema because the migration is pending.",
                "Nothing was written to the audit log.",
                "I see the limit is per tenant.",
                "I understand that nobody reads the queue.",
                "I see `cache.key` in the trace.",
                "Now the cache is read before the file.",
                "Let me use the queue of BillingWorker instead.",
                "You're right that the port is wrong.",
                "Again, never push to main.",
                "Again, the tests failed because the port was taken.",
                "I see 5 failures in the login test.",
                "Seeing the bug takes a second worker.",
            })
    void whatTellsSomethingIsNot(String text) {
        assertThat(Weight.idles(text)).isFalse();
    }
}
