package com.authgear.headers.bootsuite;

import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** An annotation that names a test user once. */
@Retention(RetentionPolicy.RUNTIME)
@WithAuthgearPrincipal(
        userId = "alice",
        verified = true,
        canReauthenticate = true,
        roles = {"manager", "store:clerk"},
        amr = {"otp", "pwd"},
        authenticatedSecondsAgo = 60)
@interface AsAlice {}
