package com.authgear.headers.fuzz;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearPrincipal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The user of a valid session, by the grammar as regular expressions. */
final class ExpectedUser {
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9._~:@-]{1,128}");
    private static final Pattern ACR = Pattern.compile("[!-~]{1,256}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern ROLE = Pattern.compile("(?!authgear:)[A-Za-z_][A-Za-z0-9:_.]{0,63}");
    private static final BigInteger LAST_SECOND = BigInteger.valueOf(253_402_300_799L);

    private final Setup setup;
    private final Map<AuthgearHeader, String> values;
    private boolean bad;

    ExpectedUser(Setup setup, Map<AuthgearHeader, String> values) {
        this.setup = setup;
        this.values = values;
    }

    /** All that is known of the user, or null if the headers must be refused. */
    @Nullable
    String read() {
        String id = matching(AuthgearHeader.USER_ID, USER_ID);
        bad |= id == null;
        boolean anonymous = flag(AuthgearHeader.USER_ANONYMOUS, setup.missing() == Setup.Missing.LEAST_PRIVILEGE);
        boolean verified = flag(AuthgearHeader.USER_VERIFIED, false);
        boolean canReauthenticate = flag(AuthgearHeader.USER_CAN_REAUTHENTICATE, false);
        String text = describe(
                List.of(anonymous, verified, canReauthenticate),
                Arrays.asList(id, acr(), seconds()),
                List.copyOf(new LinkedHashSet<>(roles())),
                amr());
        return bad ? null : text;
    }

    static String describe(AuthgearPrincipal user) {
        return describe(
                List.of(user.isAnonymous(), user.isVerified(), user.canReauthenticate()),
                Arrays.asList(
                        user.userId(),
                        user.acr().orElse(null),
                        user.authenticatedAt().map(Instant::getEpochSecond).orElse(null)),
                List.copyOf(user.roles()),
                user.amr());
    }

    static @Nullable Boolean bool(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static String describe(
            List<Boolean> flags, List<? extends @Nullable Object> scalars, List<String> roles, List<String> amr) {
        return flags + " " + scalars + " " + roles + " " + amr;
    }

    private boolean flag(AuthgearHeader header, boolean missing) {
        String value = values.get(header);
        if (value == null) {
            bad |= setup.missing() == Setup.Missing.REFUSED;
            return missing;
        }
        Boolean flag = bool(value);
        bad |= flag == null;
        return flag != null && flag;
    }

    private @Nullable String acr() {
        return matching(AuthgearHeader.SESSION_ACR, ACR);
    }

    private @Nullable Long seconds() {
        String digits = matching(AuthgearHeader.SESSION_AUTHENTICATED_AT, SECONDS);
        if (digits == null || bad) {
            return null;
        }
        BigInteger seconds = new BigInteger(digits);
        bad |= seconds.compareTo(LAST_SECOND) > 0;
        return seconds.compareTo(BigInteger.valueOf(Setup.NOW + Setup.SKEW)) > 0 ? null : seconds.longValue();
    }

    private List<String> amr() {
        List<String> methods = Arrays.stream(
                        values.getOrDefault(AuthgearHeader.SESSION_AMR, "").split("[ ,]"))
                .map(ExpectedNames::trimmed)
                .filter(method -> !method.isEmpty())
                .toList();
        bad |= methods.size() > 64
                || !methods.stream().allMatch(method -> METHOD.matcher(method).matches());
        return methods;
    }

    private List<String> roles() {
        String value = values.get(AuthgearHeader.USER_ROLES);
        if (value == null || !setup.roles()) {
            return List.of();
        }
        List<String> roles = List.of(value.split(",", -1));
        bad |= value.length() > 8_192
                || roles.size() > 200
                || !roles.stream().allMatch(role -> ROLE.matcher(role).matches());
        return roles;
    }

    private @Nullable String matching(AuthgearHeader header, Pattern grammar) {
        String value = values.get(header);
        bad |= value != null && !grammar.matcher(value).matches();
        return value;
    }
}
