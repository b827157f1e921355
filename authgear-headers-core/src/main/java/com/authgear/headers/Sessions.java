package com.authgear.headers;

/** The two sessions that carry nothing: one object each. */
final class Sessions {
    static final AuthgearSession NONE = new AuthgearSession.None();
    static final AuthgearSession INVALID = new AuthgearSession.Invalid();

    private Sessions() {}
}
