package com.authgear.headers.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check names each hole, and finds none in a page without one. */
final class CarelessApplicationTests {
    private static final AuthgearTestHeaders ALICE =
            AuthgearTestHeaders.user("alice").sharedSecret(HandWritten.SECRET);

    @ParameterizedTest
    @EnumSource
    void everyHoleIsFoundByItsName(Careless application) {
        try (PageServer server = new PageServer(application.page())) {
            assertThatThrownBy(() -> ForgeryCheck.of(ALICE).run(server.uri()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(application.found())
                    .hasMessageNotContaining(HandWritten.SECRET);
        }
    }

    @Test
    void pageWithoutAHolePasses() {
        try (PageServer server = new PageServer(new HandWritten())) {
            ForgeryCheck.of(ALICE).run(server.uri());
            ForgeryCheck.of(ALICE.cookie()).run(server.uri());
        }
    }

    @Test
    void methodNotAllowedCountsAsARefusal() {
        HandWritten reading = new HandWritten() {
            @Override
            Reply answer(Request request) {
                return request.method().equals("GET") ? super.answer(request) : new Reply(405, "", Map.of());
            }
        };
        try (PageServer server = new PageServer(reading)) {
            ForgeryCheck.of(ALICE).run(server.uri());
        }
    }

    @Test
    void redirectToALoginPageCanBeARefusal() {
        try (PageServer server = new PageServer(Careless.LOGIN_PAGE.page())) {
            ForgeryCheck.of(ALICE).refusedWith(302).run(server.uri());
        }
    }

    @Test
    void believedRolesAreFound() {
        HandWritten admins = new HandWritten() {
            @Override
            Reply answer(Request request) {
                return user(request).isPresent()
                                && !request.lines("x-authgear-user-roles").contains("admin")
                        ? new Reply(403, "", Map.of())
                        : super.answer(request);
            }
        };
        try (PageServer server = new PageServer(admins);
                SocketSender sender = new SocketSender(server.uri())) {
            assertThatThrownBy(() -> ForgeryCheck.of(ALICE).runForUntrustedRole("admin", sender))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("A header of roles turned 403 into 200");
        }
    }
}
