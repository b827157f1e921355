package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login that has begun, as the browser keeps it.
 *
 * @param path where the browser goes afterwards, from the context's root on
 * @param expires when it is of no use any more, in seconds since 1970
 * @param user the id of the user who must come back, or empty for any
 * @param authenticatedAfter the login of that user must be newer than this, in seconds since 1970
 */
record LoginState(String path, long expires, String user, long authenticatedAfter) {
    private static final String PURPOSE = "authgear-headers login state\n";
    private static final int FIELDS = 4;

    /** For a user who must come back with a newer login, or null for any user. */
    static LoginState of(String path, long expires, @Nullable AuthgearPrincipal user) {
        return user == null
                ? new LoginState(path, expires, "", 0)
                : new LoginState(
                        path,
                        expires,
                        user.userId(),
                        user.authenticatedAt().map(Instant::getEpochSecond).orElse(0L));
    }

    boolean isUser(AuthgearPrincipal principal) {
        return user.isEmpty() || user.equals(principal.userId());
    }

    boolean isRenewed(AuthgearPrincipal principal) {
        return user.isEmpty()
                || principal
                        .authenticatedAt()
                        .filter(login -> login.getEpochSecond() > authenticatedAfter)
                        .isPresent();
    }

    /** The value of the cookie: the code of its name and fields, and the fields. None contains a line end. */
    String signed(String name, ProxyTrust signing) {
        String fields = expires + "\n" + authenticatedAfter + "\n" + user + "\n" + path;
        String text = encoded(fields.getBytes(StandardCharsets.US_ASCII));
        return codes(name, text, signing).get(0) + "." + text;
    }

    /** Reads a cookie; null if none of the secrets has signed it under this name, or it has expired. */
    static @Nullable LoginState read(String name, String value, ProxyTrust signing, Instant now) {
        int dot = value.indexOf('.');
        String text = value.substring(dot + 1);
        byte[] code = value.substring(0, Math.max(dot, 0)).getBytes(StandardCharsets.UTF_8);
        if (codes(name, text, signing).stream()
                .map(expected -> expected.getBytes(StandardCharsets.US_ASCII))
                .noneMatch(expected -> MessageDigest.isEqual(expected, code))) {
            return null;
        }
        String[] fields =
                new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\n", FIELDS);
        LoginState state = new LoginState(fields[3], Long.parseLong(fields[0]), fields[2], Long.parseLong(fields[1]));
        return now.getEpochSecond() < state.expires ? state : null;
    }

    private static List<String> codes(String name, String text, ProxyTrust signing) {
        return signing.messageAuthenticationCodes(PURPOSE + name + "=" + text).stream()
                .map(LoginState::encoded)
                .toList();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
