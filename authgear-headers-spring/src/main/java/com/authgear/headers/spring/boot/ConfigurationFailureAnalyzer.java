package com.authgear.headers.spring.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong and the line to add, instead of a stack trace. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationFailure> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationFailure cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
