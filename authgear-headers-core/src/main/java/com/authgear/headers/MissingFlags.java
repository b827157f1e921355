package com.authgear.headers;

/** How to read a valid session that lacks one of the flags anonymous, verified and can-reauthenticate. */
public enum MissingFlags {
    /** Refuse it as {@code incomplete_identity}, the default: the resolver sends all flags, so a hop dropped one. */
    REFUSE,
    /** Read the missing flag as the value that grants least: anonymous true, verified and can-reauthenticate false. */
    LEAST_PRIVILEGE
}
