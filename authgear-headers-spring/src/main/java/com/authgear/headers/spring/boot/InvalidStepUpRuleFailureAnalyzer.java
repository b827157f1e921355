package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.stepup.InvalidStepUpRuleException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the method whose annotation cannot be used, instead of a stack trace. */
final class InvalidStepUpRuleFailureAnalyzer extends AbstractFailureAnalyzer<InvalidStepUpRuleException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidStepUpRuleException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".", "Correct @RequireRecentLogin or @RequireAmr there.", cause);
    }
}
