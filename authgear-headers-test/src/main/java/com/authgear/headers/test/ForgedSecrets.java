package com.authgear.headers.test;

import java.util.stream.Stream;

/**
 * Forges the requests of a client that does not know the secret. Immutable.
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

    /** Headers by which a client claims another address. */
    private Stream<ForgedRequest> addresses() {
        return Stream.of(
                instead("C02", "no secret, X-Forwarded-For of this machine", "X-Forwarded-For", "127.0.0.1"),
                instead("C02", "no secret, X-Real-IP of this machine", "X-Real-IP", "127.0.0.1"),
                instead("C02", "no secret, Forwarded for this machine", "Forwarded", "for=127.0.0.1"));
    }

    private Stream<ForgedRequest> wrong() {
        String alias = header.replace('-', '_');
        return Stream.of(
                sends("wrong secret", questionMarks()),
                sends("empty secret", ""),
                instead("C08", "secret in a look-alike", alias.equals(header) ? "_" + alias : alias, secret));
    }

    /** Values that a comparison accepts which looks at a part of the secret, or at more than the secret. */
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
        return instead("C08", title, header, value);
    }

    /** The honest request with this line instead of the secret. */
    private ForgedRequest instead(String kind, String title, String name, String value) {
        return ForgedRequest.get(kind, title, honest.without(header).with(name, value));
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
