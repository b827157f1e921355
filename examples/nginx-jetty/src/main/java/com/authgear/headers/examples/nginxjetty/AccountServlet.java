package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what the application knows of its user. */
final class AccountServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthgearPrincipal user = AuthgearRequests.principal(request).orElseThrow();
        String content = """
                <table>
                  <tr><th>anonymous</th><td>%s</td></tr>
                  <tr><th>verified</th><td>%s</td></tr>
                  <tr><th>roles</th><td>%s</td></tr>
                  <tr><th>logged in at</th><td>%s</td></tr>
                </table>
                <form method="post" action="/authgear/logout"><button>Log out</button></form>
                """.formatted(
                        user.isAnonymous(),
                        user.isVerified(),
                        String.join(", ", user.roles()),
                        user.authenticatedAt().map(Object::toString).orElse("an unknown time"));
        Page.send(response, "Account of " + user.userId(), content);
    }
}
