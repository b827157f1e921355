package com.authgear.headers.servlet;

import com.authgear.headers.StepUpResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The challenge of RFC 9470 as a 401, or a 403. Says what the rule asks for, and nothing of the user. */
final class ProblemStepUpHandler implements StepUpHandler {
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, StepUpResult.Unsatisfied result)
            throws IOException {
        answer(result).send(request, response);
    }

    private static ProblemAnswer answer(StepUpResult.Unsatisfied result) {
        return result instanceof StepUpResult.Challenge challenge
                ? ProblemAnswer.unauthorized(challenge.wwwAuthenticate(), challenge.code(), members(challenge))
                : ProblemAnswer.forbidden(result.code());
    }

    private static String members(StepUpResult.Challenge challenge) {
        return ",\"max_age\":" + challenge.maxAge().toSeconds() + requiredAmr(challenge.requiredAmr());
    }

    /** The grammar of a method leaves nothing to escape. */
    private static String requiredAmr(Set<String> methods) {
        return methods.isEmpty()
                ? ""
                : methods.stream().collect(Collectors.joining("\",\"", ",\"required_amr\":[\"", "\"]"));
    }
}
