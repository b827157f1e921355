package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RefusalLogTests {
    private final RecordingLogger logger = new RecordingLogger();
    private final Clock clock = mock(Clock.class);
    private final RefusalLog log = new RefusalLog(logger, clock);

    @BeforeEach
    void startClock() {
        at(0);
    }

    @Test
    void lineNamesCodeHeaderPeerAndRemedy() throws Exception {
        log.refused(refusal("bad_amr"), Optional.of(InetAddress.getByAddress(new byte[] {10, 0, 0, 5})));
        assertThat(logger.lines())
                .containsExactly("WARNING Refused a request: code=bad_amr header=X-Test peer=10.0.0.5: mend it");
    }

    @Test
    void unknownPeerIsSaidToBeUnknown() {
        log.refused(refusal("bad_amr"), Optional.empty());
        assertThat(logger.lines()).singleElement().asString().contains("peer=unknown");
    }

    @Test
    void repeatsAreCountedAndPrintedAfterAMinute() {
        refuseTimes(1_000);
        at(59);
        refuseTimes(1);
        assertThat(logger.lines()).hasSize(1);
        at(60);
        refuseTimes(1);
        assertThat(logger.lines()).hasSize(2);
        assertThat(logger.lines().get(1)).contains("(and 1000 more like it)");
    }

    @Test
    void clockThatJumpsBackDoesNotSilence() {
        refuseTimes(1);
        at(-3_600);
        refuseTimes(1);
        assertThat(logger.lines()).hasSize(2);
    }

    @Test
    void sessionsThatAreNotValidAreTold() {
        log.decided(AuthgearSession.none());
        log.decided(AuthgearSession.invalid());
        log.decided(new AuthgearSession.Valid(Requests.ALICE));
        assertThat(logger.lines()).containsExactly("DEBUG No session", "DEBUG Invalid session");
    }

    @Test
    void anotherReasonIsPrintedAtOnce() {
        log.refused(refusal("bad_amr"), Optional.empty());
        log.refused(refusal("bad_acr"), Optional.empty());
        assertThat(logger.lines()).hasSize(2);
    }

    @Test
    void countsLeftAreFlushedOnce() {
        refuseTimes(3);
        log.flush();
        log.flush();
        assertThat(logger.lines()).hasSize(2);
        assertThat(logger.lines().get(1)).contains("Refused 2 more requests: code=bad_amr header=X-Test");
    }

    @Test
    void startTellsTheOptionsAndTheWarnings() {
        log.started("options", List.of("beware"));
        assertThat(logger.lines()).containsExactly("INFO Authgear headers: options", "WARNING beware");
    }

    private void refuseTimes(int times) {
        for (int i = 0; i < times; i++) {
            log.refused(refusal("bad_amr"), Optional.empty());
        }
    }

    private void at(int second) {
        when(clock.instant()).thenReturn(Instant.ofEpochSecond(1_000_000L + second));
    }

    private static MalformedHeadersException refusal(String code) {
        return new MalformedHeadersException(code, "X-Test", "mend it");
    }
}
