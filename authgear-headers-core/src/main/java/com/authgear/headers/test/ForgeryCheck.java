package com.authgear.headers.test;

import com.authgear.headers.AuthgearHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Does an application refuse forged requests? In one line, for an application at a port:
 *
 * <pre>{@code
 * ForgeryCheck.of(AuthgearTestHeaders.user("alice").sharedSecret(SECRET)).run(URI.create(url + "/api/me"));
 * }</pre>
 *
 * <p>First the honest request must be answered 2xx, for a refusal of everything proves nothing; then each of the
 * {@link ForgedRequests} must be answered 401. It sends what a client of the application can send, so it says nothing of
 * the proxy in front: that is another program's, {@code examples/proxy-check}. Immutable and thread-safe.
 */
public final class ForgeryCheck {
    private static final int UNAUTHORIZED = 401;

    private final AuthgearTestHeaders honest;
    private final int refusal;
    private final Set<String> exceptions;

    private ForgeryCheck(AuthgearTestHeaders honest, int refusal, Set<String> exceptions) {
        this.honest = honest;
        this.refusal = refusal;
        this.exceptions = exceptions;
    }

    /**
     * A check with all forgeries.
     *
     * @param honest the request of a user whom the application lets in, with its secret
     * @return the check
     * @throws IllegalArgumentException if it is the request of nobody
     */
    public static ForgeryCheck of(AuthgearTestHeaders honest) {
        return new ForgeryCheck(ForgedRequests.requireUser(honest), UNAUTHORIZED, Set.of());
    }

    /**
     * The same for an application that answers a refusal otherwise, by a handler of its own.
     *
     * @param status the status of a refusal
     * @return a new check
     * @throws IllegalArgumentException if it is a success
     */
    public ForgeryCheck refusedWith(int status) {
        if (isSuccess(status)) {
            throw new IllegalArgumentException("a refusal cannot be a success: " + status);
        }
        return new ForgeryCheck(honest, status, exceptions);
    }

    /**
     * The same without some forgeries, which the application believes on purpose: {@code A03} where the credential
     * tripwire is off, {@code B02} where missing flags mean the least.
     *
     * @param kindsOrTitles kinds, such as {@code A03}, or titles, instead of those given before
     * @return a new check
     * @throws IllegalArgumentException if there is no such forgery
     */
    public ForgeryCheck except(String... kindsOrTitles) {
        Set<String> unknown = new TreeSet<>(Arrays.asList(kindsOrTitles));
        ForgedRequests.of(honest).forEach(each -> unknown.removeAll(List.of(each.kind(), each.title())));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no such forgery: " + unknown);
        }
        return new ForgeryCheck(honest, refusal, new LinkedHashSet<>(Arrays.asList(kindsOrTitles)));
    }

    /**
     * Sends all of it over sockets, byte for byte, as GET requests: HTTP clients refuse to send some of it.
     *
     * @param uri a page that only users see, without TLS: {@code http://...}; else see {@link #run(Sender)}
     * @throws AssertionError if the honest request is not let in, or a forged one is not refused; names them
     * @throws UncheckedIOException if there is no answer
     * @throws IllegalArgumentException if it is no such address
     */
    public void run(URI uri) {
        run(new SocketSender(uri));
    }

    /**
     * Sends all of it through a client.
     *
     * @param sender sends the lines as they are, repeated ones too, to a page that only users see
     * @throws AssertionError if the honest request is not let in, or a forged one is not refused; names them
     * @throws UncheckedIOException if there is no answer
     */
    public void run(Sender sender) {
        int honestStatus = status(sender, honest.lines());
        if (!isSuccess(honestStatus)) {
            throw new AssertionError("The honest request was answered " + honestStatus + ", so that no refusal proves"
                    + " anything. Is the secret the application's, and does the page let this user in?");
        }
        List<String> through = forged(sender);
        if (!through.isEmpty()) {
            throw new AssertionError(through.size() + " forged request(s) were not refused with " + refusal + ":"
                    + through.stream().map(line -> "\n  " + line).collect(Collectors.joining())
                    + "\nDoes every request pass AuthgearHeadersFilter, and does no other code read x-authgear-*"
                    + " headers? What the application believes on purpose is named in ForgeryCheck.except(...).");
        }
    }

    /**
     * Whether an application that does not trust roles ignores them: with a header of roles, the page must answer as
     * without one. Where roles are trusted this fails, and says nothing: there the proxy must replace that header.
     *
     * @param role a role that the page asks for
     * @param sender sends the lines as they are, to a page that refuses the user for lack of the role
     * @throws AssertionError if the page lets the user in without the role, or answers otherwise with it
     * @throws UncheckedIOException if there is no answer
     */
    public void runForUntrustedRole(String role, Sender sender) {
        HeaderLines without = honest.lines().without(AuthgearHeader.USER_ROLES.wireName());
        int expected = status(sender, without);
        if (isSuccess(expected)) {
            throw new AssertionError("The page was answered " + expected + " without the role, so that nothing is"
                    + " proved: take one that asks for it.");
        }
        int actual = status(sender, without.with(AuthgearHeader.USER_ROLES.wireName(), role));
        if (actual != expected) {
            throw new AssertionError("A header of roles turned " + expected + " into " + actual
                    + ": roles are trusted, or code reads the header by itself.");
        }
    }

    private List<String> forged(Sender sender) {
        Predicate<ForgedRequest> excepted =
                each -> exceptions.contains(each.kind()) || exceptions.contains(each.title());
        return ForgedRequests.of(honest)
                .filter(excepted.negate())
                .map(each -> Map.entry(each, status(sender, new HeaderLines(each.headers()))))
                .filter(answer -> answer.getValue() != refusal)
                .map(answer -> answer.getKey() + ": " + answer.getValue())
                .toList();
    }

    private static int status(Sender sender, HeaderLines lines) {
        try {
            return sender.status(lines.list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** Sends one GET request of the check. */
    @FunctionalInterface
    public interface Sender {
        /**
         * Sends it.
         *
         * @param headers the lines, in their order, to be sent as they are; a name may come more than once
         * @return the status of the answer
         * @throws IOException if there is none
         */
        int status(List<Map.Entry<String, String>> headers) throws IOException;
    }
}
