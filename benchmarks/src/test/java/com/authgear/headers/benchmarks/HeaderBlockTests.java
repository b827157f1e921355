package com.authgear.headers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each block is what its name says, so that a benchmark measures what it claims. */
final class HeaderBlockTests {
    private final AuthgearHeaderParser parser =
            AuthgearHeaderParser.builder().trustRoles(true).build();

    @Test
    void plainBlockHasEighteenLinesNineOfThemOurs() {
        assertThat(HeaderBlock.VALID.fields()).hasSize(18);
        assertThat(HeaderBlock.VALID.fields().stream()
                        .filter(field -> AuthgearHeader.find(field.getName()).isPresent()))
                .hasSize(9);
        assertThat(HeaderBlock.FOREIGN_100.fields()).hasSize(118);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALID", "LOWER_CASE", "FOREIGN_100", "ROLES_64"})
    void userIsTheOneThatIsReadByHand(HeaderBlock block) {
        HandWritten.User byHand = HandWritten.read(block.fields());
        AuthgearPrincipal user = session(block).authenticatedPrincipal().orElseThrow();

        assertThat(user.userId()).isEqualTo(byHand.id());
        assertThat(user.roles()).containsExactlyElementsOf(byHand.roles());
        assertThat(user.amr()).isEqualTo(byHand.amr());
        assertThat(user.authenticatedAt()).contains(byHand.authenticatedAt());
        assertThat(user.acr()).contains(String.valueOf(byHand.acr()));
        assertThat(user.roles()).hasSize(block == HeaderBlock.ROLES_64 ? 64 : 2);
    }

    @Test
    void othersAreWhatTheyAreCalled() {
        assertThat(session(HeaderBlock.NONE)).isEqualTo(AuthgearSession.none());
        assertThat(session(HeaderBlock.INVALID)).isEqualTo(AuthgearSession.invalid());
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> session(HeaderBlock.MALFORMED))
                .matches(refused -> refused.code().equals("bad_boolean"));
    }

    private AuthgearSession session(HeaderBlock block) {
        return parser.parse(new JettyFields(block.fields()));
    }
}
