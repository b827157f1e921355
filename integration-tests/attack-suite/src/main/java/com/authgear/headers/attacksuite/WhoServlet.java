package com.authgear.headers.attacksuite;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers all that the API tells of the user. */
public final class WhoServlet extends HttpServlet {
    static final String NOBODY = "nobody";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(describe(request));
    }

    /** Fails if two ways to ask differ, or if a raw header is visible. */
    public static String describe(HttpServletRequest request) {
        Optional<AuthgearPrincipal> user = AuthgearRequests.principal(request);
        String id = user.map(AuthgearPrincipal::userId).orElse(NOBODY);
        boolean agrees = id.equals(orNobody(request.getRemoteUser())) && id.equals(name(request.getUserPrincipal()));
        return (agrees ? "" : "DISAGREES ")
                + (showsRaw(request) ? "RAW " : "")
                + user.map(WhoServlet::describe).orElse(NOBODY);
    }

    static String describe(AuthgearPrincipal user) {
        return user + " reauthenticate=" + user.canReauthenticate() + " roles=" + user.roles() + " amr=" + user.amr()
                + " acr=" + user.acr() + " at=" + user.authenticatedAt();
    }

    private static boolean showsRaw(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> AuthgearHeader.isReserved(name) || name.equalsIgnoreCase("x-proxy-secret"));
    }

    private static String name(@Nullable Principal user) {
        return user == null ? NOBODY : user.getName();
    }

    private static String orNobody(@Nullable String name) {
        return name == null ? NOBODY : name;
    }
}
