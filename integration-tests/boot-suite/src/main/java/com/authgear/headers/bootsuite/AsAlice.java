package com.authgear.headers.bootsuite;

import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A user who is named once. */
@Retention(RetentionPolicy.RUNTIME)
@WithAuthgearPrincipal(
        userId = "alice",
        verified = true,
        canReauthenticate = true,
        roles = {"manager", "store:clerk"},
        amr = {"otp", "pwd"},
        authenticatedSecondsAgo = 60)
@interface AsAlice {}
