package com.authgear.headers.spring.boot;

/** The application must not start as it is configured. */
final class ConfigurationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    ConfigurationFailure(String description, String action) {
        super(description);
        this.action = action;
    }

    /** What to do about it. */
    String action() {
        return action;
    }
}
