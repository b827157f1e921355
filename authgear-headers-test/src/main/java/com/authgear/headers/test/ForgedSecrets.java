package com.authgear.headers.test;

import java.util.stream.Stream;

/**
 * What a client sends that does not know the secret. Immutable.
 *
 * @param honest the lines of the honest request
 * @param header the name of the secret's header
 * @param secret the secret, not empty
 */
record ForgedSecrets(HeaderLines honest, String header, String secret) {
    static final String IN_OTHER_CASE = "secret in other case";

    Stream<ForgedRequest> all() {
        return Stream.of(missing(), addresses(), wrong(), near(), two()).flatMap(each -> each);
    }

    /** Whether upper and lower case differ, so that there is another case to try. */
    boolean hasLetters() {
        return !inOtherCase().equals(secret);
    }

    private Stream<ForgedRequest> missing() {
        return ForgedRequest.byEveryMethod("C01", "no secret", honest.without(header));
    }

    /** Headers by which a client claims to be somewhere else. */
    private Stream<ForgedRequest> addresses() {
        HeaderLines without = honest.without(header);
        return Stream.of(
                ForgedRequest.get(
                        "C02",
                        "no secret, X-Forwarded-For of this machine",
                        without.with("X-Forwarded-For", "127.0.0.1")),
                ForgedRequest.get(
                        "C02", "no secret, X-Real-IP of this machine", without.with("X-Real-IP", "127.0.0.1")),
                ForgedRequest.get(
                        "C02", "no secret, Forwarded for this machine", without.with("Forwarded", "for=127.0.0.1")));
    }

    private Stream<ForgedRequest> wrong() {
        HeaderLines without = honest.without(header);
        String alias = header.replace('-', '_');
        return Stream.of(
                ForgedRequest.get("C08", "wrong secret", without.with(header, questionMarks())),
                ForgedRequest.get("C08", "empty secret", without.with(header, "")),
                ForgedRequest.get(
                        "C08",
                        "secret in a look-alike",
                        without.with(alias.equals(header) ? "_" + alias : alias, secret)));
    }

    /** What a comparison takes that looks at a part of the secret, or at more than it. */
    private Stream<ForgedRequest> near() {
        int last = secret.length() - 1;
        Stream<ForgedRequest> near = Stream.of(
                sends("secret with another first character", another(0)),
                sends("secret with another character in the middle", another(last / 2)),
                sends("secret with another last character", another(last)),
                sends("secret without its first character", secret.substring(1)),
                sends("secret without its last character", secret.substring(0, last)),
                sends("secret behind one character more", "x" + secret),
                sends("secret and one character more", secret + "x"),
                sends("secret and another one in one line", secret + ", " + questionMarks()));
        return hasLetters() ? Stream.concat(near, Stream.of(sends(IN_OTHER_CASE, inOtherCase()))) : near;
    }

    private Stream<ForgedRequest> two() {
        return Stream.of(
                ForgedRequest.get("C08", "two secrets, the wrong one last", honest.with(header, questionMarks())),
                ForgedRequest.get("C08", "two secrets, the wrong one first", honest.after(header, questionMarks())));
    }

    private ForgedRequest sends(String title, String value) {
        return ForgedRequest.get("C08", title, honest.without(header).with(header, value));
    }

    private String questionMarks() {
        return "?".repeat(secret.length());
    }

    /** The secret with another character at one place, and not only in another case. */
    private String another(int place) {
        char other = secret.charAt(place) == '0' ? '1' : '0';
        return secret.substring(0, place) + other + secret.substring(place + 1);
    }

    private String inOtherCase() {
        return secret.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
