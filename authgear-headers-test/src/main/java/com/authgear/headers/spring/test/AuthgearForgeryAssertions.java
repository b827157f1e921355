package com.authgear.headers.spring.test;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/**
 * Asserts that an application refuses forged requests: {@code assertThatRefusesForgeries(mvc, "/api/me")}. MockMvc has
 * no connections and runs no code of the container: {@link ForgeryCheck} does the same over a real socket, and says
 * what is not guaranteed. Stateless.
 */
public final class AuthgearForgeryAssertions {
    private AuthgearForgeryAssertions() {}

    /**
     * Runs a {@link ForgeryCheck} with a verified user who has two factors and a recent login.
     *
     * @param mvc the application, with its filters
     * @param path a page that only users see
     * @throws AssertionError if the user is not let in, or a forgery is not refused, or one could not be tried; names
     *     them
     * @throws IllegalStateException if the application's secret is not one of its properties
     */
    public static void assertThatRefusesForgeries(MockMvc mvc, String path) {
        assertThatRefusesForgeries(
                mvc,
                path,
                AuthgearPrincipal.builder("user")
                        .verified(true)
                        .canReauthenticate(true)
                        .amr(List.of(AuthenticationMethods.MFA, AuthenticationMethods.OTP, AuthenticationMethods.PWD))
                        .authenticatedAt(Instant.now())
                        .build());
    }

    /**
     * The same with another user, for a page that asks for more.
     *
     * @param mvc the application, with its filters
     * @param path a page that only users see
     * @param user one whom it lets in
     * @throws AssertionError if the user is not let in, or a forgery is not refused, or one could not be tried; names
     *     them
     * @throws IllegalStateException if the application's secret is not one of its properties
     */
    public static void assertThatRefusesForgeries(MockMvc mvc, String path, AuthgearPrincipal user) {
        assertThatRefusesForgeries(mvc, path, user, check -> check);
    }

    /**
     * The same with options: {@code check -> check.except("A03")} where the application's credential tripwire is off,
     * {@code check -> check.except("C01", "C02", "C08")} where it asks for no secret.
     *
     * @param mvc the application, with its filters
     * @param path a page that only users see
     * @param user one whom it lets in
     * @param options changes the check
     * @throws AssertionError if the user is not let in, or a forgery is not refused, or one could not be tried; names
     *     them
     * @throws IllegalStateException if the application's secret is not one of its properties
     */
    public static void assertThatRefusesForgeries(
            MockMvc mvc, String path, AuthgearPrincipal user, UnaryOperator<ForgeryCheck> options) {
        WebApplicationContext context = mvc.getDispatcherServlet().getWebApplicationContext();
        AuthgearTestHeaders honest = new TestedApplication(context).proved(AuthgearTestHeaders.of(user));
        options.apply(ForgeryCheck.of(honest)).run(sender(mvc, path));
    }

    /**
     * Sends the requests of a {@link ForgeryCheck} through MockMvc, all of them in one HTTP session if the application
     * makes one.
     *
     * @param mvc the application, with its filters
     * @param path a page
     * @return for {@link ForgeryCheck#run(ForgeryCheck.Sender)}; not thread-safe
     */
    public static ForgeryCheck.Sender sender(MockMvc mvc, String path) {
        return new MockMvcSender(mvc, path);
    }
}
