package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers the user of the request as JSON, or null for nobody. */
public final class UserServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthgearPrincipal user = AuthgearRequests.principal(request).orElse(null);
        byte[] body = JSON.writeValueAsBytes(user == null ? null : fields(user));
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, @Nullable Object> fields(AuthgearPrincipal user) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("userId", user.userId());
        fields.put("anonymous", user.isAnonymous());
        fields.put("verified", user.isVerified());
        fields.put("canReauthenticate", user.canReauthenticate());
        fields.put("roles", user.roles());
        fields.put("amr", user.amr());
        fields.put("acr", user.acr().orElse(null));
        fields.put(
                "authenticatedAt", user.authenticatedAt().map(Object::toString).orElse(null));
        return fields;
    }
}
