package com.authgear.headers.resolverstub;

import com.authgear.headers.resolverstub.Authorization.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The parameters of a request whose client and redirect URI are known. */
final class AuthorizationRequest {
    private final Fields query;
    private final List<String> prompt;

    /** Refuses what the real server refuses, in its order and with its words. */
    AuthorizationRequest(Fields query) {
        this.query = query;
        prompt = List.of(Forms.value(query, "prompt").split(" "));
        require(
                value("response_type").equals("none"),
                "unauthorized_client",
                "response type is not allowed for this client");
        require(
                !promptNone() || prompt.size() == 1,
                "invalid_request",
                "prompt cannot have other values when none is set");
        require(
                !promptNone() || query.getValue("max_age") == null,
                "invalid_request",
                "max_age could imply prompt=login so max_age cannot be present when prompt=none");
        require(!value("scope").isBlank(), "invalid_request", "scope is required");
    }

    static AuthorizationException serverError() {
        return new AuthorizationException("server_error", "internal server error");
    }

    private static void require(boolean condition, String error, String description) {
        if (!condition) {
            throw new AuthorizationException(error, description);
        }
    }

    private String value(String name) {
        return Forms.value(query, name);
    }

    boolean promptNone() {
        return prompt.contains("none");
    }

    boolean asksForLoginPage() {
        return value("x_page").equals("login");
    }

    LoginHint loginHint() {
        @Nullable String hint = query.getValue("login_hint");
        return hint == null ? LoginHint.NONE : LoginHint.parse(hint);
    }

    @Nullable
    IdTokenHint idTokenHint() {
        @Nullable String token = query.getValue("id_token_hint");
        if (token == null) {
            return null;
        }
        @Nullable IdTokenHint hint = IdTokenHint.parse(token);
        if (hint == null) {
            throw serverError();
        }
        return hint;
    }

    /** A {@code max_age} that is no number of seconds is overlooked. Without a hint there is nothing to count from. */
    boolean forcesLogin(@Nullable StubUser hinted) {
        String maxAge = value("max_age");
        if (prompt.contains("login") || !maxAge.matches("[0-9]{1,18}")) {
            return prompt.contains("login");
        }
        long age = hinted == null
                ? Long.MAX_VALUE
                : hinted.principal()
                        .authenticatedAt()
                        .map(time -> Duration.between(time, Instant.now()).toSeconds())
                        .orElse(Long.MAX_VALUE);
        return Long.parseLong(maxAge) == 0 || age > Long.parseLong(maxAge);
    }

    Kind kind(boolean mayContinue) {
        String sso = value("x_sso_enabled");
        if (!sso.isEmpty() && !sso.equals("true")) {
            return Kind.LOGIN_WITHOUT_COOKIE;
        }
        return mayContinue ? Kind.LOGIN_OR_CONTINUE : Kind.LOGIN;
    }
}
