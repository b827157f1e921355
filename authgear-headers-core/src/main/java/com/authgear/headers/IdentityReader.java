package com.authgear.headers;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the values of a valid session to its principal. */
final class IdentityReader {
    private final boolean trustRoles;
    private final boolean flagsMayMiss;
    private final Clock clock;
    /** In milliseconds. */
    private final long clockSkew;

    private final OneTimeWarnings warnings;

    IdentityReader(AuthgearHeaderParser.Builder options) {
        trustRoles = options.trustRoles;
        flagsMayMiss = options.missingFlags == MissingFlags.LEAST_PRIVILEGE;
        clock = options.clock;
        clockSkew = options.clockSkew.toMillis();
        warnings = options.oneTimeWarnings;
    }

    Clock clock() {
        return clock;
    }

    boolean trustsRoles() {
        return trustRoles;
    }

    AuthgearPrincipal read(IdentityHeaders scan) {
        AuthgearPrincipal.Builder user = new AuthgearPrincipal.Builder(userId(scan))
                .anonymous(flag(scan, AuthgearHeader.USER_ANONYMOUS, true))
                .verified(flag(scan, AuthgearHeader.USER_VERIFIED, false))
                .canReauthenticate(flag(scan, AuthgearHeader.USER_CAN_REAUTHENTICATE, false));
        readAcr(scan.value(AuthgearHeader.SESSION_ACR), user);
        readAmr(scan.value(AuthgearHeader.SESSION_AMR), user);
        readTime(scan.value(AuthgearHeader.SESSION_AUTHENTICATED_AT), user);
        readRoles(scan.value(AuthgearHeader.USER_ROLES), user);
        return user.build();
    }

    boolean bool(AuthgearHeader header, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw MalformedReason.BAD_BOOLEAN.of(header);
        };
    }

    private static String userId(IdentityHeaders scan) {
        String value = scan.value(AuthgearHeader.USER_ID);
        if (value == null) {
            throw MalformedReason.INCOMPLETE_IDENTITY.of(AuthgearHeader.USER_ID);
        }
        return checked(Grammar.isUserId(value), value, MalformedReason.BAD_USER_ID, AuthgearHeader.USER_ID);
    }

    private boolean flag(IdentityHeaders scan, AuthgearHeader header, boolean missing) {
        String value = scan.value(header);
        if (value != null) {
            return bool(header, value);
        }
        if (!flagsMayMiss) {
            throw MalformedReason.INCOMPLETE_IDENTITY.of(header);
        }
        return missing;
    }

    private static void readAcr(@Nullable String value, AuthgearPrincipal.Builder user) {
        if (value != null) {
            user.acr = checked(Grammar.isAcr(value), value, MalformedReason.BAD_ACR, AuthgearHeader.SESSION_ACR);
        }
    }

    private static void readAmr(@Nullable String value, AuthgearPrincipal.Builder user) {
        if (value != null) {
            List<String> methods = methods(value);
            user.amr =
                    checked(Grammar.areMethods(methods), methods, MalformedReason.BAD_AMR, AuthgearHeader.SESSION_AMR);
        }
    }

    /** The server writes blanks; its specification says commas. */
    private static List<String> methods(String value) {
        String[] methods = new String[new HeaderText(value, ' ', ',').count()];
        HeaderText parts = new HeaderText(value, ' ', ',');
        for (int i = 0; parts.next(); i++) {
            methods[i] = AuthenticationMethods.text(parts);
        }
        return List.of(methods);
    }

    private void readTime(@Nullable String value, AuthgearPrincipal.Builder user) {
        if (value == null) {
            return;
        }
        long seconds = Grammar.seconds(value);
        checked(seconds >= 0, value, MalformedReason.BAD_AUTHENTICATED_AT, AuthgearHeader.SESSION_AUTHENTICATED_AT);
        if (seconds > Math.floorDiv(clock.millis() + clockSkew, 1000)) {
            warnings.timeInFuture();
        } else {
            user.authenticatedAt = seconds;
        }
    }

    private void readRoles(@Nullable String value, AuthgearPrincipal.Builder user) {
        if (value == null) {
            return;
        }
        if (trustRoles) {
            user.roles = roles(value);
        } else {
            warnings.rolesIgnored();
        }
    }

    /** Joined with commas alone: a blank or an empty member was not written by the server. */
    private static Set<String> roles(String value) {
        // Before anything is made of it; the grammar asks for the same bound again.
        boolean few = HeaderText.count(value, ',') < Grammar.MAX_ROLES;
        checked(few, value, MalformedReason.BAD_ROLES, AuthgearHeader.USER_ROLES);
        String[] keys = HeaderText.split(value, ',');
        checked(Grammar.areRoles(Arrays.asList(keys)), value, MalformedReason.BAD_ROLES, AuthgearHeader.USER_ROLES);
        return FewStrings.of(keys);
    }

    private static <T> T checked(boolean holds, T value, MalformedReason malformation, AuthgearHeader header) {
        if (!holds) {
            throw malformation.of(header);
        }
        return value;
    }
}
