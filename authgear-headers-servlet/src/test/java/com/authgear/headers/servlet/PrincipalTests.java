package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class PrincipalTests {
    @Test
    void servletMethodsAnswerFromThePrincipal() throws Exception {
        assertThat(ask(true)).isEqualTo("alice alice AUTHGEAR manager=true Manager=false **=true *=false null=false");
    }

    @Test
    void userHasNoRolesUntilTheyAreTrusted() throws Exception {
        assertThat(ask(false)).contains("manager=false");
    }

    @Test
    void requestWithoutUserHasNoPrincipal() throws Exception {
        try (JettyServer server = serve(false)) {
            assertThat(server.client().send(Requests.nobody("/ask")).body())
                    .isEqualTo("null null null manager=false Manager=false **=false *=false null=false");
        }
    }

    @Test
    void noSessionIsCreated() throws Exception {
        try (JettyServer server = serve(false)) {
            assertThat(server.client().send(Requests.as(ALICE, "/ask")).header("Set-Cookie"))
                    .isEmpty();
        }
    }

    private static String ask(boolean trustRoles) throws Exception {
        try (JettyServer server = serve(trustRoles)) {
            return server.client().send(Requests.as(ALICE, "/ask")).body();
        }
    }

    private static JettyServer serve(boolean trustRoles) throws Exception {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(Requests.secret())
                .parser(parser -> parser.trustRoles(trustRoles))
                .optional()
                .build();
        return JettyServer.with(filter).servlet("/ask", new AskServlet()).start();
    }

    private static final class AskServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String name = request.getUserPrincipal() == null
                    ? "null"
                    : request.getUserPrincipal().getName();
            response.getWriter().print(name + " " + request.getRemoteUser() + " " + request.getAuthType());
            for (String role : new String[] {"manager", "Manager", "**", "*"}) {
                response.getWriter().print(" " + role + "=" + request.isUserInRole(role));
            }
            response.getWriter().print(" null=" + request.isUserInRole(null));
        }
    }
}
