package com.authgear.headers.resolverstub;

import org.jspecify.annotations.Nullable;

/** The switches of a stub that do not change while it runs. */
record Settings(
        UserTable users,
        SessionCookie cookie,
        @Nullable String host,
        boolean trustProxy,
        boolean amr,
        boolean legacyInvalidBearer,
        boolean legacyAcr) {}
