package com.authgear.headers;

import java.util.Collection;

/** The grammar of each value. Every check costs at most one pass over its input. */
final class Grammar {
    /** 9999-12-31T23:59:59Z, the last second that every ISO 8601 reader takes. */
    static final long MAX_SECONDS = 253_402_300_799L;

    static final int MAX_ROLES = 200;
    static final int MAX_METHODS = 64;

    /** Of the whole header, commas included: what servers take in one line. */
    private static final int MAX_ROLES_LENGTH = 8_192;

    private static final int MAX_SECONDS_DIGITS = 12;
    private static final int MAX_USER_ID = 128;
    private static final int MAX_ACR = 256;
    private static final int MAX_ITEM = 64;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final AsciiSet DIGIT = new AsciiSet(DIGITS);
    private static final AsciiSet USER_ID = new AsciiSet(LETTERS + DIGITS + "._~:@-");
    private static final AsciiSet METHOD = new AsciiSet(LETTERS + DIGITS + "_.:-");
    private static final AsciiSet ROLE = new AsciiSet(LETTERS + DIGITS + ":_.");
    private static final AsciiSet ROLE_START = new AsciiSet(LETTERS + "_");
    /** RFC 5234, appendix B.1: VCHAR. */
    private static final AsciiSet VISIBLE = new AsciiSet(LETTERS + DIGITS + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private Grammar() {}

    /** {@code user-id = 1*128( ALPHA / DIGIT / "." / "_" / "~" / ":" / "@" / "-" )}. */
    static boolean isUserId(String s) {
        return consistsOf(s, MAX_USER_ID, USER_ID);
    }

    /** {@code acr = 1*256VCHAR}. */
    static boolean isAcr(String s) {
        return consistsOf(s, MAX_ACR, VISIBLE);
    }

    /** {@code method = 1*64( ALPHA / DIGIT / "_" / "." / ":" / "-" )}. */
    static boolean isMethod(String s) {
        return consistsOf(s, MAX_ITEM, METHOD);
    }

    static boolean areMethods(Collection<String> methods) {
        for (String method : methods) {
            if (!isMethod(method)) {
                return false;
            }
        }
        return methods.size() <= MAX_METHODS;
    }

    /**
     * {@code role = ( ALPHA / "_" ) *63( ALPHA / DIGIT / ":" / "_" / "." )}: the server's key grammar (of 40 characters
     * today) and the dot of its documentation; {@code authgear:} is the server's own space, closed to projects.
     */
    static boolean isRole(String s) {
        return consistsOf(s, MAX_ITEM, ROLE) && ROLE_START.contains(s.charAt(0)) && !s.startsWith("authgear:");
    }

    static boolean areRoles(Collection<String> roles) {
        int length = 0;
        for (String role : roles) {
            if (!isRole(role)) {
                return false;
            }
            length += role.length() + 1;
        }
        return roles.size() <= MAX_ROLES && length <= MAX_ROLES_LENGTH + 1;
    }

    /** {@code seconds = 1*12DIGIT}, at most {@link #MAX_SECONDS}; -1 for anything else. */
    static long seconds(String s) {
        long value = consistsOf(s, MAX_SECONDS_DIGITS, DIGIT) ? Long.parseLong(s) : -1;
        return value <= MAX_SECONDS ? value : -1;
    }

    /** Refuses by the name of the argument, never by its value. */
    static <T> T require(boolean holds, T argument, String name) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is not of the form that its header allows");
        }
        return argument;
    }

    private static boolean consistsOf(String s, int max, AsciiSet allowed) {
        return !s.isEmpty() && s.length() <= max && allowed.containsAll(s);
    }
}
