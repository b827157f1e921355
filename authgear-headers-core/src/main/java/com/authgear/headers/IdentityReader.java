package com.authgear.headers;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the principal of a valid session from its header values. */
final class IdentityReader {
    final boolean trustRoles;
    final Clock clock;
    private final boolean flagsMayMiss;
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

    /** The server writes blanks between methods; its specification says commas. */
    private static void readAmr(@Nullable String value, AuthgearPrincipal.Builder user) {
        if (value == null) {
            return;
        }
        String[] parts = new String[new HeaderText(value, ' ', ',').count()];
        HeaderText part = new HeaderText(value, ' ', ',');
        for (int i = 0; part.next(); i++) {
            parts[i] = AuthenticationMethods.text(part);
        }
        List<String> methods = List.of(parts);
        user.amr = checked(Grammar.areMethods(methods), methods, MalformedReason.BAD_AMR, AuthgearHeader.SESSION_AMR);
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

    /** The server joins keys with commas only, so that a blank or an empty member is refused. */
    private static Set<String> roles(String value) {
        // The limit keeps millions of commas from costing memory; one part too many is enough to refuse them.
        String[] keys = value.split(",", Grammar.MAX_ROLES + 1);
        checked(Grammar.areRoles(Arrays.asList(keys)), value, MalformedReason.BAD_ROLES, AuthgearHeader.USER_ROLES);
        return FewStrings.of(keys);
    }

    private static <T> T checked(boolean holds, T value, MalformedReason reason, AuthgearHeader header) {
        if (!holds) {
            throw reason.of(header);
        }
        return value;
    }
}
