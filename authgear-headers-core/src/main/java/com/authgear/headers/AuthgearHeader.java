package com.authgear.headers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The nine header names, spelled as Authgear spells them.
 *
 * <p>Field names compare without regard to ASCII case (RFC 9110, section 5.1). Source of the list: the Authgear
 * resolver's {@code session_info.go}, and {@link #SESSION_ACR}, which it stopped sending in 2021 but which published
 * proxy configurations still copy.
 */
public enum AuthgearHeader {
    /** {@code true}, {@code false}, or absent when no session was found. */
    SESSION_VALID("X-Authgear-Session-Valid"),
    /** The opaque user id. */
    USER_ID("X-Authgear-User-Id"),
    /** Whether the user is anonymous. */
    USER_ANONYMOUS("X-Authgear-User-Anonymous"),
    /** Whether the user is verified. */
    USER_VERIFIED("X-Authgear-User-Verified"),
    /** Whether the user can authenticate again. */
    USER_CAN_REAUTHENTICATE("X-Authgear-User-Can-Reauthenticate"),
    /** Role keys, separated by commas; absent when the user has none. */
    USER_ROLES("X-Authgear-User-Roles"),
    /** Authentication context class; no server sends it since 2021. */
    SESSION_ACR("X-Authgear-Session-Acr"),
    /** Authentication methods, separated by blanks; may be empty. */
    SESSION_AMR("X-Authgear-Session-Amr"),
    /** Seconds since the epoch at which the user last authenticated. */
    SESSION_AUTHENTICATED_AT("X-Authgear-Session-Authenticated-At");

    private static final String PREFIX = "x-authgear-";
    private static final AuthgearHeader[] ALL = values();
    private static final AuthgearHeader[] NO_HEADER = {};
    /** The headers by length of their name, since few names have the same length. */
    private static final AuthgearHeader[][] BY_LENGTH = byLength();

    private final String wireName;
    private final String lowerCaseName;

    AuthgearHeader(String wireName) {
        this.wireName = wireName;
        lowerCaseName = wireName.toLowerCase(Locale.ROOT);
    }

    /** {@return the name as the resolver writes it, such as {@code X-Authgear-User-Id}} */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds the header of an exact name, ASCII case aside. {@code x_authgear_user_id} is not one.
     *
     * @param name a field name
     * @return the header, or empty
     */
    public static Optional<AuthgearHeader> find(String name) {
        return Optional.ofNullable(exact(name));
    }

    /**
     * Whether a field name is reserved for Authgear: it starts with {@code x-authgear-} once every character except
     * ASCII letters and digits is read as a hyphen. These are the nine names, any that Authgear may add, and aliases
     * such as {@code x_authgear_user_id}, which another hop might read as the real name. Application code must see none
     * of them.
     *
     * @param name a field name
     * @return true if it is reserved
     */
    public static boolean isReserved(String name) {
        return FieldNames.startsLike(name, PREFIX);
    }

    /** The header with this name, ASCII case aside, or null. */
    static @Nullable AuthgearHeader exact(String name) {
        for (AuthgearHeader header : name.length() < BY_LENGTH.length ? BY_LENGTH[name.length()] : NO_HEADER) {
            if (header.isNamed(name)) {
                return header;
            }
        }
        return null;
    }

    /** The real name that an alias imitates: safe to log, unlike the alias. */
    static String imitated(String alias) {
        for (AuthgearHeader header : ALL) {
            if (FieldNames.alike(header.wireName, alias)) {
                return header.wireName;
            }
        }
        return "X-Authgear-*";
    }

    /** The two spellings that proxies use are compared first, since {@code equals} is fast. */
    private boolean isNamed(String name) {
        return wireName.equals(name) || lowerCaseName.equals(name) || FieldNames.equal(wireName, name);
    }

    private static AuthgearHeader[][] byLength() {
        int longest = Arrays.stream(ALL)
                .mapToInt(header -> header.wireName.length())
                .max()
                .orElse(0);
        return IntStream.rangeClosed(0, longest)
                .mapToObj(AuthgearHeader::ofLength)
                .toArray(AuthgearHeader[][]::new);
    }

    private static AuthgearHeader[] ofLength(int length) {
        return Arrays.stream(ALL)
                .filter(header -> header.wireName.length() == length)
                .toArray(AuthgearHeader[]::new);
    }
}
