package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.stepup.InvalidStepUpRuleException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Stops the start of an application that is configured wrongly; the analyzers print what to do, and no stack trace. */
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

    /** Named in META-INF/spring.factories. */
    static final class Analyzer extends AbstractFailureAnalyzer<ConfigurationFailure> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, ConfigurationFailure cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }

    /** For an annotation that cannot be used; named there, too. */
    static final class StepUpAnalyzer extends AbstractFailureAnalyzer<InvalidStepUpRuleException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidStepUpRuleException cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ".", "Correct @RequireRecentLogin or @RequireAmr there.", cause);
        }
    }
}
