package com.authgear.headers.harness;

import java.util.function.Predicate;

/**
 * The required answer.
 *
 * @param text in words
 * @param holds whether an answer satisfies it
 */
public record Expectation(String text, Predicate<RawResponse> holds) {
    private static final int LONGEST = 40;

    public static Expectation status(int status) {
        return new Expectation(Integer.toString(status), response -> response.status() == status);
    }

    /** The plain 401 in one of its two forms. */
    public static Expectation unauthorized(boolean invalidToken) {
        String challenge = invalidToken ? "Bearer error=\"invalid_token\"" : "Bearer";
        String code = invalidToken ? "invalid_token" : "authentication_required";
        return status(401)
                .and(new Expectation(
                        challenge,
                        response -> response.headers("WWW-Authenticate").equals(java.util.List.of(challenge))))
                .and(new Expectation(
                        "problem+json",
                        response -> response.header("Content-Type").orElse("").equals("application/problem+json")
                                && response.header("Cache-Control").orElse("").equals("no-store")
                                && (response.body().isEmpty()
                                        || response.body().contains("\"code\":\"" + code + "\""))));
    }

    public static Expectation clearedCookie() {
        return new Expectation(
                "cookie cleared",
                response -> response.headers("Set-Cookie").stream().anyMatch(value -> value.startsWith("session=;")));
    }

    public static Expectation body(String text, Predicate<String> holds) {
        return new Expectation(text, response -> holds.test(response.body()));
    }

    public static Expectation serverError() {
        return new Expectation("5xx", response -> response.status() / 100 == 5);
    }

    public Expectation and(Expectation other) {
        return new Expectation(text + ", " + other.text, holds.and(other.holds));
    }

    public Expectation or(Expectation other) {
        return new Expectation(text + " or " + other.text, holds.or(other.holds));
    }

    public Row.Outcome judge(RawResponse response) {
        return new Row.Outcome(holds.test(response), summary(response));
    }

    private static String summary(RawResponse response) {
        String challenge =
                response.header("WWW-Authenticate").map(value -> " " + value).orElse("");
        String body = response.body().replaceAll("\\s+", " ");
        String shown = body.length() > LONGEST ? body.substring(0, LONGEST) + "..." : body;
        return response.status() + challenge + (challenge.isEmpty() && !shown.isEmpty() ? " " + shown : "");
    }
}
