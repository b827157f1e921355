package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AuthgearHeaderWriterTests {
    private static final long SEED = 20_261_122L;
    private static final AuthgearHeaderParser PARSER =
            AuthgearHeaderParser.builder().trustRoles(true).build();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private final Random random = new Random(SEED);

    @Test
    void sessionWithoutPrincipalIsReadBack() {
        assertThat(writtenAndRead(AuthgearSession.none())).isEqualTo(AuthgearSession.none());
        assertThat(writtenAndRead(AuthgearSession.invalid())).isEqualTo(AuthgearSession.invalid());
    }

    @Test
    void randomPrincipalIsReadBack() {
        for (int i = 0; i < 5_000; i++) {
            AuthgearSession session = new AuthgearSession.Valid(principal());
            assertThat(writtenAndRead(session))
                    .as("number %d of seed %d", i, SEED)
                    .isEqualTo(session);
        }
    }

    private static AuthgearSession writtenAndRead(AuthgearSession session) {
        Headers headers = Headers.none();
        AuthgearHeaderWriter.write(session, (name, value) -> headers.with(name, value));
        return PARSER.parse(headers);
    }

    private AuthgearPrincipal principal() {
        AuthgearPrincipal.Builder user = AuthgearPrincipal.builder(text("", LETTERS + DIGITS + "._~:@-", 128))
                .anonymous(random.nextBoolean())
                .verified(random.nextBoolean())
                .canReauthenticate(random.nextBoolean())
                .amr(texts(64, "", LETTERS + DIGITS + "_.:-"))
                .roles(texts(120, "_", LETTERS + DIGITS + ":_."));
        if (random.nextBoolean()) {
            user.acr(text("", LETTERS + "!\"#%,;:/~", 256));
        }
        if (random.nextBoolean()) {
            user.authenticatedAt(Instant.ofEpochSecond(random.nextLong(Headers.AUTHENTICATED_AT)));
        }
        return user.build();
    }

    private List<String> texts(int most, String start, String alphabet) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> text(start, alphabet, 64))
                .toList();
    }

    private String text(String start, String alphabet, int longest) {
        StringBuilder result = new StringBuilder(start);
        int length = 1 + random.nextInt(longest - start.length());
        random.ints(length, 0, alphabet.length()).forEach(i -> result.append(alphabet.charAt(i)));
        return result.toString();
    }
}
