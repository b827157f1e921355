package com.authgear.headers.spring.stepup;

/**
 * A step-up annotation has an impossible value, or no proxy would enforce it. The message names the method or the bean,
 * and the remedy.
 */
public final class InvalidStepUpRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidStepUpRuleException(String message) {
        super(message);
    }

    InvalidStepUpRuleException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
