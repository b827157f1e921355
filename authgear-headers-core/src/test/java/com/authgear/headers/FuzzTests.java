package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any input gives a session or a refusal, and ambiguous headers never give a session. */
final class FuzzTests {
    private static final long SEED = 7_350_391L;
    private static final int REQUESTS = 50_000;
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";

    static Stream<Function<Headers, AuthgearSession>> readers() {
        AuthgearHeaderParser strict = quiet(AuthgearHeaderParser.builder());
        AuthgearHeaderParser loose =
                quiet(AuthgearHeaderParser.builder().trustRoles(true).missingFlags(MissingFlags.LEAST_PRIVILEGE));
        AuthgearAuthenticator everyPeer = AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer())
                .parser(loose)
                .build();
        AuthgearAuthenticator secret =
                AuthgearAuthenticator.builder(ProxyTrust.sharedSecret(SECRET)).build();
        return Stream.of(
                strict::parse,
                loose::parse,
                headers -> everyPeer.authenticate(headers, Optional::empty),
                headers -> secret.authenticate(headers, Optional::empty));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void anyInputIsASessionOrARefusal(Function<Headers, AuthgearSession> reader) {
        RequestFuzzer fuzzer = new RequestFuzzer(SEED);
        int refused = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Headers headers = fuzzer.next();
            AuthgearSession session = read(reader, headers, i);
            if (session == null) {
                refused++;
            } else if (session instanceof AuthgearSession.Valid) {
                assertUnambiguous(headers, i);
            }
        }
        assertThat(refused).as("seed %d", SEED).isBetween(REQUESTS / 4, REQUESTS - 1_000);
    }

    private static AuthgearHeaderParser quiet(AuthgearHeaderParser.Builder builder) {
        builder.oneTimeWarnings = new OneTimeWarnings(new RecordingLogger());
        return builder.build();
    }

    /** Null where refused; a null of the reader is an error. */
    private static @Nullable AuthgearSession read(
            Function<Headers, AuthgearSession> reader, Headers headers, int number) {
        try {
            AuthgearSession session = reader.apply(headers);
            assertThat((Object) session).isNotNull();
            return session;
        } catch (RefusedHeadersException e) {
            return null;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("number " + number + " of seed " + SEED + ": " + headers, e);
        }
    }

    private static void assertUnambiguous(Headers headers, int number) {
        List<AuthgearHeader> twice = Arrays.stream(AuthgearHeader.values())
                .filter(header -> isRepeated(headers.values(header.wireName())))
                .toList();
        if (!twice.isEmpty()) {
            throw new AssertionError("number " + number + " of seed " + SEED + ": " + twice + " in " + headers);
        }
    }

    private static boolean isRepeated(Iterator<String> values) {
        if (values.hasNext()) {
            values.next();
        }
        return values.hasNext();
    }
}
