package com.authgear.headers.spring.stepup;

/** An annotation that cannot be meant, or that nothing would enforce; the message names the method or the bean, and the remedy. */
public final class InvalidStepUpRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidStepUpRuleException(String message) {
        super(message);
    }

    InvalidStepUpRuleException(String message, RuntimeException cause) {
        super(message, cause);
    }
}
