package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the rule for secrets, on generated ones, with {@link SecretReference}, which is slow and simple. */
@SuppressWarnings("ImmutableEnumChecker") // The lambdas capture nothing.
final class SecretRuleTests {
    private static final long SEED = 20_261_128;
    private static final String REMEDY = "; make one with: openssl rand -hex 32";

    /** Common ways to make secrets. */
    enum Strong {
        HEX_32(random -> HexFormat.of().formatHex(bytes(random, 32))),
        HEX_16(random -> HexFormat.of().formatHex(bytes(random, 16))),
        BASE64_24(random -> Base64.getEncoder().encodeToString(bytes(random, 24))),
        BASE64_URL_32(random -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 32))),
        UUID_PAIR(random -> uuid(random) + "-" + uuid(random)),
        ALPHANUMERIC_32(random -> letters(random, "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", 32));

        private final Function<Random, String> draw;

        Strong(Function<Random, String> draw) {
            this.draw = draw;
        }
    }

    /** Weak secrets of an allowed length. */
    enum Weak {
        REPEATED("must not be a repetition of 12 or fewer characters", random -> {
            String unit = "Az09+/" + letters(random, "abcdef0123456789", random.nextInt(7));
            return repeated(unit, 32 + random.nextInt(481));
        }),
        FEW_CHARACTERS("must have at least 6 different characters", random -> {
            String few = letters(random, VISIBLE.replaceAll("[${(<]", ""), 1 + random.nextInt(5));
            return letters(random, few, 32 + random.nextInt(481));
        }),
        PLACEHOLDER(UNREPLACED, random -> {
            String rest = letters(random, "0123456789abcdef", 32 + random.nextInt(32));
            int place = random.nextInt(rest.length() + 1);
            return rest.substring(0, place) + placeholder(random) + rest.substring(place);
        }),
        IN_ANGLE_BRACKETS(UNREPLACED, random -> "<" + letters(random, "0123456789abcdef-_ ", 30) + ">"),
        SHORT("must have 32 to 512 bytes", random -> letters(random, "0123456789abcdef", random.nextInt(32)));

        private final String fault;
        private final Function<Random, String> draw;

        Weak(String fault, Function<Random, String> draw) {
            this.fault = fault;
            this.draw = draw;
        }
    }

    /** Texts on both sides of each border. */
    enum Near {
        A_PERIOD(random -> {
            String text = repeated(letters(random, VISIBLE, 1 + random.nextInt(16)), 30 + random.nextInt(35));
            int place = random.nextInt(text.length());
            return random.nextBoolean() ? text : text.substring(0, place) + "~" + text.substring(place + 1);
        }),
        TOO_FEW_CHARACTERS(random -> letters(random, letters(random, VISIBLE, 3 + random.nextInt(6)), 32)),
        A_PLACEHOLDER(random -> letters(random, "${}()<>aZ0_.:-", 4) + "0123456789abcdef-0123456789ghijkl"
                + letters(random, "${}()<>aZ0_.:-", 8)),
        A_PLACEHOLDER_ALONE(random -> placeholder(random).replace("NAME", letters(random, "aZ0_.:-$ {}()<", 32))),
        ANYTHING(random -> letters(random, VISIBLE + " \t\n\u00e9", 28 + random.nextInt(8)));

        private final Function<Random, String> draw;

        Near(Function<Random, String> draw) {
            this.draw = draw;
        }
    }

    private static final String UNREPLACED = "holds a placeholder that was not replaced: set the variable to a secret";
    private static final String VISIBLE = Stream.iterate('!', c -> c <= '~', c -> (char) (c + 1))
            .map(String::valueOf)
            .collect(Collectors.joining());

    @ParameterizedTest
    @EnumSource
    void randomSecretIsNeverRefused(Strong shape) {
        assertThat(draws(shape.draw, 100_000).filter(secret -> !refusal(secret).isEmpty()))
                .as("seed %d", SEED)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void weakSecretIsRefusedWithItsFaultAndTheRemedy(Weak kind) {
        String message = "a shared secret " + kind.fault + REMEDY;
        assertThat(draws(kind.draw, 10_000).filter(secret -> !refusal(secret).equals(message)))
                .as("seed %d", SEED)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void secretNearABorderIsJudgedAsByTheReference(Near border) {
        List<String> secrets = draws(border.draw, 10_000).toList();
        assertThat(secrets.stream().filter(secret -> refusal(secret).isEmpty() != SecretReference.isProper(secret)))
                .as("seed %d", SEED)
                .isEmpty();
        assertThat(secrets.stream().filter(SecretReference::isProper))
                .as("both sides")
                .hasSizeBetween(50, 9_950);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "changeme-changeme-changeme-changeme",
                "passwordpasswordpasswordpassword",
                "1234567890123456789012345678901234567890",
                "${PROXY_SECRET:-0123456789abcdef0123}",
                "${authgear.proxy-secret:0123456789abcdef}",
                "$(PROXY_SECRET_OF_THE_APPLICATION)",
                "prefix-0123456789-$(VAR)-0123456789",
                "{{.Values.authgear.proxy.secret}}-x",
                "{{authgear_proxy_secret|default()}}",
                "<the-output-of-openssl-rand-hex-32>"
            })
    void unsetOrCarelesslyTypedSecretIsRefused(String secret) {
        assertThat(refusal(secret)).endsWith(REMEDY).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmabcdefghijklmabcdefghijklm", // 13
                "abcdefabcdefabcdefabcdefabcdefabcdefa!",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaabcdef",
                "${0123456789abcdef0123456789abcdef",
                "$(not-a-word)0123456789abcdef0123456789",
                "{0123456789abcdef}0123456789abcdef}}",
                "<0123456789abcdef>0123456789abcdef"
            })
    void secretOnTheOtherSideOfABorderIsTaken(String secret) {
        assertThat(refusal(secret)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ .Values.proxy.secret }}", "{{ vault 'a b' }} {{ c }}"})
    void placeholderThatWasSplitIsStillNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecrets.ofVariable("PROXY_SECRET", text))
                .withMessage("the environment variable PROXY_SECRET: a shared secret " + UNREPLACED + REMEDY);
    }

    private static Stream<String> draws(Function<Random, String> draw, int count) {
        Random random = new Random(SEED);
        return Stream.generate(() -> draw.apply(random)).limit(count);
    }

    /** The message, or an empty text. */
    private static String refusal(String secret) {
        try {
            ProxyTrust.sharedSecret(secret);
            return "";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static UUID uuid(Random random) {
        return UUID.nameUUIDFromBytes(Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII));
    }

    private static String letters(Random random, String alphabet, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String repeated(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    private static String placeholder(Random random) {
        String[] forms = {"${NAME}", "${na.me:-x}", "$(NAME)", "{{NAME}}", "{{ .NAME }}", "{{}}", "${a}"};
        return forms[random.nextInt(forms.length)];
    }
}
