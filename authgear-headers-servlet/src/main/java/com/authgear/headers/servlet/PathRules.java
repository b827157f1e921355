package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** What a decision needs to know about the path rules that follow it. Changes nothing. */
interface PathRules {
    /** Rules of a framework, unknown here: they cannot be applied safely to a target that is not plain. */
    PathRules OF_FRAMEWORK = target -> !target.plain();

    /** Whether a request without a valid session is refused because the rules could read its target in several ways. */
    boolean areUnsureOf(Target target);

    /** Whether a request needs no identity on any path. */
    default boolean exempt(HttpServletRequest request) {
        return false;
    }
}
