package com.authgear.headers.resolverstub;

import java.util.regex.Pattern;

/** The cookies that the resolver reads: their names, and how the one of the login page is set and cleared. */
record SessionCookie(String prefix) {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]*");

    SessionCookie {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("the cookie prefix may have A-Za-z0-9_.- only");
        }
    }

    String session() {
        return prefix + "session";
    }

    String appSession() {
        return prefix + "app_session";
    }

    String appAccessToken() {
        return prefix + "app_access_token";
    }

    /** Not secure: the stub runs on plain http. */
    String set(String user) {
        return session() + "=" + user + "; Path=/; HttpOnly; SameSite=Lax";
    }

    /** Attribute by attribute as Go writes it; a browser on plain http ignores a cookie that is secure. */
    String clear(boolean https) {
        String secure = https ? "; Secure" : "";
        return session() + "=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly" + secure + "; SameSite=Lax";
    }
}
