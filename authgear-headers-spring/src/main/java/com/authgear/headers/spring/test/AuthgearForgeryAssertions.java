package com.authgear.headers.spring.test;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.ConfigurableSmartRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Does the application refuse forged requests? {@code assertThatRefusesForgeries(mvc, "/api/me")}. Over a real socket, and
 * for what this does not offer, see {@link ForgeryCheck}. Stateless.
 */
public final class AuthgearForgeryAssertions {
    private AuthgearForgeryAssertions() {}

    /**
     * Sends a page the honest request of a verified user with two factors, who must be let in, and then every forgery of
     * it, each of which must be answered 401; but not those that the application's properties say are believed.
     *
     * @param mvc the application, with its filters
     * @param path a page that only users see
     * @throws AssertionError if the user is not let in, or a forgery is not refused; names them
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
     * The same with a user of whom the page asks more.
     *
     * @param mvc the application, with its filters
     * @param path a page that only users see
     * @param user one whom it lets in
     * @throws AssertionError if the user is not let in, or a forgery is not refused; names them
     * @throws IllegalStateException if the application's secret is not one of its properties
     */
    public static void assertThatRefusesForgeries(MockMvc mvc, String path, AuthgearPrincipal user) {
        TestedApplication application = application(mvc);
        ForgeryCheck check = ForgeryCheck.of(application.proved(AuthgearTestHeaders.of(user)));
        application.exceptions().apply(check).run(sender(mvc, path));
    }

    /**
     * Sends the requests of a {@link ForgeryCheck} through MockMvc.
     *
     * @param mvc the application, with its filters
     * @param path a page
     * @return for {@link ForgeryCheck#run(ForgeryCheck.Sender)}
     */
    public static ForgeryCheck.Sender sender(MockMvc mvc, String path) {
        return headers -> status(mvc, path, headers);
    }

    private static int status(MockMvc mvc, String path, List<Map.Entry<String, String>> headers) throws IOException {
        try {
            // By its interface: spring-test 7 moved the method to a class that 6 does not have.
            ConfigurableSmartRequestBuilder<?> request = MockMvcRequestBuilders.get(path);
            request.with(mock -> MockRequests.replaceIdentity(mock, headers));
            return mvc.perform(request).andReturn().getResponse().getStatus();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the application failed", e);
        }
    }

    private static TestedApplication application(MockMvc mvc) {
        WebApplicationContext context = mvc.getDispatcherServlet().getWebApplicationContext();
        return new TestedApplication(context);
    }
}
