package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.AuthgearLogin;
import com.authgear.headers.servlet.AuthgearRequests;
import com.authgear.headers.servlet.StepUpFilter;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The Java of the README and {@code docs/} for servlets. {@link ReadmeTests} runs it; a test of the Spring module compares
 * it with the pages.
 */
final class ReadmeSnippets {
    private ReadmeSnippets() {}

    @WebListener
    public static class Security implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            ProxyTrust trust = ProxyTrust.sharedSecretEnvironment("AUTHGEAR_PROXY_SECRET");
            AuthgearHeadersFilter.builder(trust)
                    .publicPaths("/public/*", "/health")
                    .build()
                    .register(event.getServletContext());
        }
    }

    static AuthgearHeadersFilter counting(ProxyTrust trust, Map<String, Integer> counts) {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(trust)
                .listener((outcome, reason) -> counts.merge(outcome + " " + reason, 1, Integer::sum))
                .build();
        return filter;
    }

    static void sendToLogin(ServletContext servletContext) {
        ProxyTrust trust = ProxyTrust.sharedSecretEnvironment("AUTHGEAR_PROXY_SECRET");
        AuthgearLogin login = AuthgearLogin.builder(
                        URI.create("https://auth.example.com"),
                        "the-id-of-your-client",
                        URI.create("https://www.example.com"))
                .build();
        AuthgearHeadersFilter.builder(trust).login(login).build().register(servletContext);
    }

    static void registerStepUp(ServletContext servletContext) {
        StepUpFilter.builder()
                .requireRecent(Duration.ofMinutes(5), "/account/*", "/transfer")
                .build()
                .register(servletContext); // after AuthgearHeadersFilter.register
    }

    static void test(String secret, HttpRequest.Builder request, URI page) {
        AuthgearTestHeaders alice = AuthgearTestHeaders.user("alice").sharedSecret(secret);
        alice.forEach(request::header); // of java.net.http, and of any other client
        ForgeryCheck.of(alice).run(page);
    }

    static final class NameServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Optional<AuthgearPrincipal> user = AuthgearRequests.principal(request);
            String name = user.map(AuthgearPrincipal::userId).orElse("nobody");
            response.getWriter().print(name);
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            Optional<AuthgearPrincipal> user = AuthgearRequests.requireRecent(request, response, Duration.ofMinutes(5));
            if (user.isEmpty()) {
                return; // the answer is sent: 401 or 403
            }
            response.getWriter().print(user.get().userId());
        }
    }
}
