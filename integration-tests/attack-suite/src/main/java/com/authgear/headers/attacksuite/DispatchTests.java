package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Later dispatches of a request keep the decision of the first. */
@Tag("G01")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DispatchTests {
    private static final String REQUIRED = "/on/";
    private static final String OPTIONAL = "/public/on/";

    private Backend who;
    private Backend sensitive;
    private Backend twice;

    @BeforeAll
    void start() throws Exception {
        AuthgearHeadersFilter filter = Deployment.SECRET.filter();
        who = application(Deployment.SECRET.filter(), new WhoServlet()).start();
        sensitive =
                application(Deployment.SECRET.filter(), new SensitiveServlet()).start();
        twice = application(filter, new WhoServlet()).filter(filter, "/*").start();
    }

    @AfterAll
    void stop() {
        who.close();
        sensitive.close();
        twice.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyDispatchSeesTheUserOfTheRequest(Handover handover) throws IOException {
        for (String user : new String[] {"alice", "bob"}) {
            assertThat(who.body(as(user).to(REQUIRED + handover))).isEqualTo(described(user));
            assertThat(who.body(as(user).to(OPTIONAL + handover))).isEqualTo(described(user));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noDispatchIsReachedWithoutTheUserThatIsRequired(Handover handover) throws IOException {
        assertPlain401(who, Honest.nobody().to(REQUIRED + handover));
        assertPlain401(who, Honest.identity().to(REQUIRED + handover));
        assertPlain401(who, Honest.identity().to(OPTIONAL + handover));
    }

    @ParameterizedTest
    @EnumSource
    void requestWithoutAUserStaysSoAndIsNotCheckedAgain(Handover handover) throws IOException {
        assertThat(who.body(Honest.nobody().to(OPTIONAL + handover))).isEqualTo(WhoServlet.NOBODY);
    }

    @ParameterizedTest
    @EnumSource
    void targetThatRequiresAUserIsNotReachedWithoutOne(Handover handover) throws IOException {
        RawResponse nobody = sensitive.send(Honest.nobody().to(OPTIONAL + handover));
        assertThat(nobody.body()).doesNotContain(SensitiveServlet.TEXT);
        assertThat(sensitive.body(as("alice").to(OPTIONAL + handover))).isEqualTo(SensitiveServlet.TEXT + "alice");
    }

    /** An include cannot change the status, and an error page keeps that of the error. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INCLUDE", "ERROR"})
    void targetThatRequiresAUserAnswersThePlain401(Handover handover) throws IOException {
        assertPlain401(sensitive, Honest.nobody().to(OPTIONAL + handover));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("G03")
    void filterThatIsRegisteredTwiceDecidesOnce(Handover handover) throws IOException {
        try (LogCapture log = LogCapture.start()) {
            assertThat(twice.body(as("alice").to(REQUIRED + handover))).isEqualTo(described("alice"));
            assertPlain401(twice, Honest.nobody().to(REQUIRED + handover));
            assertPlain401(twice, Honest.identity().to(OPTIONAL + handover));
            twice.printCounted();
            assertThat(Refusal.of(log.lines())).containsExactly(new Refusal("secret_missing"));
        }
    }

    private static void assertPlain401(Backend backend, RawRequest request) throws IOException {
        RawResponse plain = backend.send(RawRequest.get(Honest.PAGE));
        assertThat(plain.status()).isEqualTo(401);
        assertThat(backend.send(request).comparable()).isEqualTo(plain.comparable());
    }

    private static RawRequest as(String user) {
        return Honest.request().replacing("x-authgear-user-id: " + user);
    }

    private static String described(String user) {
        return WhoServlet.describe(
                Honest.called(user).authenticatedAt(Honest.AUTHENTICATED_AT).build());
    }

    private static Application application(AuthgearHeadersFilter filter, HttpServlet target) {
        return Application.behind(filter)
                .servlet(new HandoverServlet(), REQUIRED + "*", OPTIONAL + "*")
                .servlet(target, HandoverServlet.TARGET, ServletContainer.ERROR_PAGE)
                .servlet(new WhoServlet(), Honest.PAGE);
    }
}
