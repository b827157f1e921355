package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** What a decision must know of the rules about paths that stand behind it. Only asks: nothing is written. */
interface PathRules {
    /** Rules of a framework, which this library does not know: none can be applied to a target that is not plain. */
    PathRules OF_FRAMEWORK = target -> !target.plain();

    /** Whether a request without a valid session is refused since the rules could read its target in several ways. */
    boolean areUnsureOf(Target target);

    /** Whether a request needs no identity, wherever it goes. */
    default boolean exempt(HttpServletRequest request) {
        return false;
    }
}
