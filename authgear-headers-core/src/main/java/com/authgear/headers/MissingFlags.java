package com.authgear.headers;

/** What a valid session means that comes without one of its flags: anonymous, verified, can-reauthenticate. */
public enum MissingFlags {
    /** The default. The resolver always sends them, so a hop dropped one: refused as {@code incomplete_identity}. */
    REFUSE,
    /** The least that the flag could grant: anonymous yes, verified no, can reauthenticate no. */
    LEAST_PRIVILEGE
}
