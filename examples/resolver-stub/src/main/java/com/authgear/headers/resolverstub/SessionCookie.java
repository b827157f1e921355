package com.authgear.headers.resolverstub;

import java.util.regex.Pattern;

/**
 * The cookies of the real server: their names, and how those of a login are set and cleared, attribute by attribute as Go
 * writes them.
 *
 * @param prefix what their names start with
 * @param domain the hosts that the browser sends them to; empty for the one that set them
 */
record SessionCookie(String prefix, String domain) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]*");
    /** 52 weeks, as {@code session.lifetime_seconds} of a project is where it says nothing else. */
    private static final String LIFETIME = "; Max-Age=31449600";

    private static final String OVER = "; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
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

    String sameSiteStrict() {
        return prefix + "same_site_strict";
    }

    String appSession() {
        return prefix + "app_session";
    }

    String appAccessToken() {
        return prefix + "app_access_token";
    }

    String set(String value, boolean https) {
        return cookie(session(), value, LIFETIME, https, "Lax");
    }

    String clear(boolean https) {
        return cookie(session(), "", OVER, https, "Lax");
    }

    String setSameSiteStrict(boolean https) {
        return cookie(sameSiteStrict(), "true", LIFETIME, https, "Strict");
    }

    String clearSameSiteStrict(boolean https) {
        return cookie(sameSiteStrict(), "", OVER, https, "Strict");
    }

    /** A browser on plain http ignores a cookie that is secure. */
    private String cookie(String name, String value, String lifetime, boolean https, String sameSite) {
        String path = domain.isEmpty() ? "; Path=/" : "; Path=/; Domain=" + domain;
        String secure = https ? "; Secure" : "";
        return name + "=" + value + path + lifetime + "; HttpOnly" + secure + "; SameSite=" + sameSite;
    }
}
