package com.authgear.headers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The header lines of a request, in order. Names answer as a server's do: every spelling once, values by any case. */
final class Headers implements HeaderSource {
    static final String USER_ID = "3fd0f9c4-2f4e-4a57-9d5d-3a2c3a0b7a11";
    static final long AUTHENTICATED_AT = 1_700_000_000L;

    private record Line(String name, String value) {}

    private final List<Line> lines = new ArrayList<>();

    static Headers none() {
        return new Headers();
    }

    /** What the resolver sends for a user with a password, on a request with a token. Neither ACR nor roles. */
    static Headers valid() {
        return none().with("Host", "app.example.com")
                .with("Authorization", "Bearer token")
                .withSample(AuthgearHeader.SESSION_VALID)
                .withSample(AuthgearHeader.USER_ID)
                .withSample(AuthgearHeader.USER_ANONYMOUS)
                .withSample(AuthgearHeader.USER_VERIFIED)
                .withSample(AuthgearHeader.USER_CAN_REAUTHENTICATE)
                .withSample(AuthgearHeader.SESSION_AMR)
                .withSample(AuthgearHeader.SESSION_AUTHENTICATED_AT);
    }

    /** A value that the header allows. */
    static String sample(AuthgearHeader header) {
        return switch (header) {
            case SESSION_VALID, USER_VERIFIED, USER_CAN_REAUTHENTICATE -> "true";
            case USER_ID -> USER_ID;
            case USER_ANONYMOUS -> "false";
            case USER_ROLES -> "manager,store:clerk";
            case SESSION_ACR -> "urn:example:mfa";
            case SESSION_AMR -> "pwd x_primary_password";
            case SESSION_AUTHENTICATED_AT -> Long.toString(AUTHENTICATED_AT);
        };
    }

    /** With one more line. */
    Headers with(String name, String value) {
        lines.add(new Line(name, value));
        return this;
    }

    Headers with(AuthgearHeader header, String value) {
        return with(header.wireName(), value);
    }

    Headers withSample(AuthgearHeader header) {
        return with(header, sample(header));
    }

    /** With this line instead of all others of its name. */
    Headers set(String name, String value) {
        return without(name).with(name, value);
    }

    Headers set(AuthgearHeader header, String value) {
        return set(header.wireName(), value);
    }

    Headers without(String name) {
        lines.removeIf(line -> FieldNames.equal(line.name(), name));
        return this;
    }

    Headers without(AuthgearHeader header) {
        return without(header.wireName());
    }

    @Override
    public Iterator<String> names() {
        return lines.stream().map(Line::name).distinct().iterator();
    }

    @Override
    public Iterator<String> values(String name) {
        return lines.stream()
                .filter(line -> FieldNames.equal(line.name(), name))
                .map(Line::value)
                .iterator();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
