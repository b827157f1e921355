package com.authgear.headers;

import java.util.Set;

/**
 * The values that Authgear defines for {@code amr}, as of 2026; a server that sends them sorts them.
 *
 * <p><strong>No released Authgear server sends any</strong> (2026): {@code GetAMR} in {@code pkg/lib/session/attrs.go}
 * asserts {@code []string}, and a stored session holds {@code []any}. Every rule that needs a method refuses all users
 * until that is corrected.
 *
 * <p>The list is open: values that are not listed here are kept. Social, enterprise and anonymous logins carry no
 * method at all. The {@code x_primary_*}, {@code x_secondary_*} and following values exist since June 2025; older
 * sessions lack them.
 */
public final class AuthenticationMethods {
    /** A password, checked by Authgear or LDAP (RFC 8176). */
    public static final String PWD = "pwd";
    /** A one-time code: TOTP, or sent by e-mail or SMS (RFC 8176). */
    public static final String OTP = "otp";
    /** A one-time code sent by SMS (RFC 8176). */
    public static final String SMS = "sms";
    /** More than one authenticator, or one and a recovery code (RFC 8176). A remembered device does not count. */
    public static final String MFA = "mfa";
    /** A key unlocked by biometry on the user's phone. */
    public static final String BIOMETRIC = "x_biometric";
    /** A passkey (WebAuthn). */
    public static final String PASSKEY = "x_passkey";
    /** First step: password. */
    public static final String PRIMARY_PASSWORD = "x_primary_password";
    /** First step: code by e-mail. */
    public static final String PRIMARY_OOB_OTP_EMAIL = "x_primary_oob_otp_email";
    /** First step: code by SMS. */
    public static final String PRIMARY_OOB_OTP_SMS = "x_primary_oob_otp_sms";
    /** First step: passkey. */
    public static final String PRIMARY_PASSKEY = "x_primary_passkey";
    /** Second step: additional password. */
    public static final String SECONDARY_PASSWORD = "x_secondary_password";
    /** Second step: code by e-mail. */
    public static final String SECONDARY_OOB_OTP_EMAIL = "x_secondary_oob_otp_email";
    /** Second step: code by SMS. */
    public static final String SECONDARY_OOB_OTP_SMS = "x_secondary_oob_otp_sms";
    /** Second step: code of an authenticator app. */
    public static final String SECONDARY_TOTP = "x_secondary_totp";
    /** Second step: recovery code. */
    public static final String RECOVERY_CODE = "x_recovery_code";
    /** The second step was skipped on a remembered device: proves no factor by itself. */
    public static final String DEVICE_TOKEN = "x_device_token";

    private static final String[] KNOWN = {
        PWD,
        OTP,
        SMS,
        MFA,
        BIOMETRIC,
        PASSKEY,
        PRIMARY_PASSWORD,
        PRIMARY_OOB_OTP_EMAIL,
        PRIMARY_OOB_OTP_SMS,
        PRIMARY_PASSKEY,
        SECONDARY_PASSWORD,
        SECONDARY_OOB_OTP_EMAIL,
        SECONDARY_OOB_OTP_SMS,
        SECONDARY_TOTP,
        RECOVERY_CODE,
        DEVICE_TOKEN
    };

    static final Set<String> LISTED = Set.of(KNOWN);

    private AuthenticationMethods() {}

    /**
     * Whether a value is one of these. Check configured names with it: a misspelt one would silently never match.
     *
     * @param method a value of {@code amr}
     * @return true if it is listed here
     */
    public static boolean isListed(String method) {
        return LISTED.contains(method);
    }

    /**
     * Logs, once a process, that what needs methods refuses every user today. For adapters; {@link StepUpRule#amr}
     * calls it itself.
     *
     * @param needing what needs them, such as an option, at the start of a sentence
     */
    public static void warnNotSent(String needing) {
        OneTimeWarnings.OF_THIS_PROCESS.amrNotSent(needing);
    }

    /** The part as a string: the constant itself for a listed method, which saves an allocation. */
    static String text(HeaderText part) {
        for (String known : KNOWN) {
            if (part.isText(known)) {
                return known;
            }
        }
        return part.text();
    }
}
