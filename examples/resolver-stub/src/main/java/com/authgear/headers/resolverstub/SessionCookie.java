package com.authgear.headers.resolverstub;

import java.util.regex.Pattern;

/**
 * The cookies that the resolver reads: their names, and how the one of the login page is set and cleared.
 *
 * @param prefix what their names start with
 * @param domain the hosts that the browser sends them to; empty for the one that set them
 */
record SessionCookie(String prefix, String domain) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]*");
    static final SessionCookie DEFAULT = new SessionCookie("", "");

    SessionCookie {
        requirePlain("prefix", prefix);
        requirePlain("domain", domain);
    }

    private static void requirePlain(String name, String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException("the cookie " + name + " may have A-Za-z0-9_.- only");
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
        return session() + "=" + user + path() + "; HttpOnly; SameSite=Lax";
    }

    /** Attribute by attribute as Go writes it; a browser on plain http ignores a cookie that is secure. */
    String clear(boolean https) {
        String secure = https ? "; Secure" : "";
        return session() + "=" + path() + "; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly" + secure
                + "; SameSite=Lax";
    }

    private String path() {
        return domain.isEmpty() ? "; Path=/" : "; Path=/; Domain=" + domain;
    }
}
