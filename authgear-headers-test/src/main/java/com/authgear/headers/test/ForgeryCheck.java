package com.authgear.headers.test;

import com.authgear.headers.AuthgearHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that an application refuses forged requests. In one line, for an application at a port:
 *
 * <pre>{@code
 * ForgeryCheck.of(AuthgearTestHeaders.user("alice").sharedSecret(SECRET)).run(URI.create(url + "/api/me"));
 * }</pre>
 *
 * <p>Each request of the {@link ForgeryCatalog} is sent between two honest ones. The honest ones must be answered 2xx,
 * since a refusal of everything proves nothing. The forged ones must be answered 401, and not with the user's page as
 * the body. A request of another user, {@code somebody-else}, comes first; the user's page must not show that name. A
 * forgery that needs a missing secret or credential cannot be tried: that is a failure unless {@link #except} names it.
 *
 * <p>What it does not guarantee:
 *
 * <ul>
 *   <li>It asks for one page. It does not find another page that no filter covers.
 *   <li>It sends the forgeries on its list. An application that passes may believe others.
 *   <li>It sends requests straight to the application, from its own address. It proves nothing about the proxy in
 *       front, which {@code examples/proxy-check} checks, nor about trusted addresses.
 *   <li>It compares the status, and bodies as a whole. It does not find a refusal that shows a part of the page.
 * </ul>
 *
 * <p>Immutable and thread-safe.
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
     * @throws IllegalArgumentException if it is a request without a user
     */
    public static ForgeryCheck of(AuthgearTestHeaders honest) {
        return new ForgeryCheck(ForgeryCatalog.requireUser(honest), UNAUTHORIZED, Set.of());
    }

    /**
     * The same for an application that answers a refusal with another status, by a handler of its own.
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
     * The same without some forgeries, in addition to those of earlier calls. Leave out what the application believes
     * on purpose: {@code A03} where the credential tripwire is off, {@code B02} where missing flags are read as least
     * privilege. Leave out what cannot be tried: {@code C01}, {@code C02} and {@code C08} where no secret is asked for.
     *
     * @param kindsOrTitles kinds, such as {@code A03}, or titles
     * @return a new check
     * @throws IllegalArgumentException if there is no such forgery
     */
    public ForgeryCheck except(String... kindsOrTitles) {
        Set<String> unknown = new TreeSet<>(Arrays.asList(kindsOrTitles));
        forgeries().forEach(each -> unknown.removeAll(List.of(each.kind(), each.title())));
        ForgeryCatalog.untried(honest).forEach(each -> unknown.removeAll(List.of(each.kind(), each.name())));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no such forgery: " + unknown);
        }
        Set<String> all = new LinkedHashSet<>(exceptions);
        all.addAll(Arrays.asList(kindsOrTitles));
        return new ForgeryCheck(honest, refusal, all);
    }

    /**
     * Sends all of it over sockets, byte for byte: HTTP clients refuse to send some of it.
     *
     * @param uri a page that only users see, without TLS: {@code http://...}; else see {@link #run(Sender)}
     * @throws AssertionError if an honest request is not let in, or a forged one is not refused, or one could not be
     *     tried; names them
     * @throws UncheckedIOException if there is no answer to an honest request, or none within 30 seconds
     * @throws IllegalArgumentException if the address is not of that form
     */
    public void run(URI uri) {
        try (SocketSender sender = new SocketSender(uri)) {
            run(sender);
        }
    }

    /**
     * Sends all of it through a client.
     *
     * @param sender sends requests as they are to a page that only users see; if it opens a connection for each, the
     *     check does not find what an application remembers with a connection
     * @throws AssertionError if an honest request is not let in, or a forged one is not refused, or one could not be
     *     tried; names them
     * @throws UncheckedIOException if there is no answer to an honest request, or a client waited too long
     */
    public void run(Sender sender) {
        ForgeryRun run = new ForgeryRun(sender, honest.lines(), refusal);
        if (!isExcepted(ForgeryRun.MISTAKEN.kind(), ForgeryRun.MISTAKEN.title())) {
            run.sendAnotherUser();
        }
        Answer page = run.sendHonest();
        if (!isSuccess(page.status())) {
            throw new AssertionError("The honest request was answered " + page.status() + ", so that no refusal proves"
                    + " anything. Is the secret the application's, and does the page let this user in?");
        }
        List<String> faults = new ArrayList<>();
        for (ForgedRequest forged : wanted()) {
            run.sendForged(forged, page.body());
            page = run.sendHonest();
            if (!isSuccess(page.status())) {
                faults.add("The honest request was let in at first, and answered " + page.status() + " behind \""
                        + forged + "\": a page that refuses its user proves nothing.");
                break;
            }
        }
        addBelieved(run.faults(), faults);
        addUntried(faults);
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    /**
     * Checks that an application which does not trust roles ignores them: the page must give the same status with a
     * header of roles as without. Not for an application that trusts roles, where it fails: there the proxy must
     * replace the header.
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

    private Stream<ForgedRequest> forgeries() {
        return Stream.concat(ForgeryCatalog.of(honest), Stream.of(ForgeryRun.MISTAKEN));
    }

    private List<ForgedRequest> wanted() {
        return ForgeryCatalog.of(honest)
                .filter(each -> !isExcepted(each.kind(), each.title()))
                .toList();
    }

    private boolean isExcepted(String kind, String title) {
        return exceptions.contains(kind) || exceptions.contains(title);
    }

    private void addBelieved(Set<String> believed, List<String> faults) {
        if (!believed.isEmpty()) {
            faults.add(believed.size() + " forged request(s) were not refused with " + refusal + ":"
                    + lines(believed.stream())
                    + "\nDoes every request pass AuthgearHeadersFilter, and does no other code read x-authgear-*"
                    + " headers? What the application believes on purpose is named in ForgeryCheck.except(...).");
        }
    }

    private void addUntried(List<String> faults) {
        List<ForgeryCatalog.Untried> untried = ForgeryCatalog.untried(honest).stream()
                .filter(each -> !isExcepted(each.kind(), each.name()))
                .toList();
        if (!untried.isEmpty()) {
            faults.add("Forgeries could not be tried:"
                    + lines(untried.stream().map(each -> each.name() + ": " + each.reason()))
                    + "\nGive the check what it lacks, or say that they are left out: "
                    + untried.stream()
                            .map(each -> "\"" + each.name() + "\"")
                            .collect(Collectors.joining(", ", ".except(", ")")));
        }
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> "\n  " + line).collect(Collectors.joining());
    }

    private static int status(Sender sender, HeaderLines lines) {
        try {
            return sender.send("GET", lines.list()).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    /** Sends the requests of the check. */
    @FunctionalInterface
    public interface Sender {
        /**
         * Sends one.
         *
         * @param method {@code GET}, {@code HEAD}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}, without
         *     a body
         * @param headers the lines, in their order, to be sent as they are; a name may come more than once
         * @return the answer, of the page itself: a redirection is not followed
         * @throws IOException if there is none
         */
        Answer send(String method, List<Map.Entry<String, String>> headers) throws IOException;
    }

    /**
     * What the application answered.
     *
     * @param status the status
     * @param body the text of the body, empty where there is none
     * @param cookies the values of the {@code Set-Cookie} lines: the check sends the cookies back, as a browser does
     */
    public record Answer(int status, String body, List<String> cookies) {
        /**
         * Copies the cookies.
         *
         * @param status the status
         * @param body the text of the body
         * @param cookies the values of the {@code Set-Cookie} lines
         */
        public Answer {
            cookies = List.copyOf(cookies);
        }
    }
}
