package com.authgear.headers.test;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applications with one hole each, and the forgery that must be named for it. */
@SuppressWarnings("ImmutableEnumChecker") // The lambdas capture nothing.
enum Careless {
    NO_SECRET("C01 no secret: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return true;
        }
    }),
    SECRET_OPTIONAL("C01 no secret: 200", () -> new HandWritten() {
        @Override
        boolean provedBy(List<String> secrets) {
            return secrets.isEmpty() || super.provedBy(secrets);
        }
    }),
    ADDRESS_ALONE("C01 no secret: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return request.peer().getAddress().isLoopbackAddress();
        }
    }),
    SECRET_BY_GET_ALONE("C01 no secret, by POST: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return !request.method().equals("GET") || super.proved(request);
        }
    }),
    SECRET_NOT_BY_HEAD("C01 no secret, by HEAD: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return request.method().equals("HEAD") || super.proved(request);
        }
    }),
    IDENTITY_BY_GET_ALONE("A04 no identity, by DELETE: 200", () -> new HandWritten() {
        @Override
        Reply answer(Request request) {
            return request.method().equals("GET") ? super.answer(request) : page("admin");
        }
    }),
    FORWARDED_ADDRESS("C02 no secret, X-Forwarded-For of this machine: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return request.lines("x-forwarded-for").contains("127.0.0.1") || super.proved(request);
        }
    }),
    REAL_IP("C02 no secret, X-Real-IP of this machine: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return request.lines("x-real-ip").contains("127.0.0.1") || super.proved(request);
        }
    }),
    FORWARDED("C02 no secret, Forwarded for this machine: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return request.lines("forwarded").contains("for=127.0.0.1") || super.proved(request);
        }
    }),
    ANY_SECRET("C08 wrong secret: 200", () -> comparing(secret -> !secret.isEmpty())),
    SECRET_OF_THE_LENGTH("C08 wrong secret: 200", () -> comparing(secret -> secret.length() == 64)),
    SECRET_OF_THE_FORM(
            "C08 secret with another character in the middle: 200",
            () -> comparing(secret -> secret.matches("[0-9a-f]{64}"))),
    SECRET_WITHOUT_QUESTION_MARKS(
            "C08 secret with another first character: 200", () -> comparing(secret -> !secret.contains("?"))),
    FIRST_CHARACTER_SKIPPED(
            "C08 secret with another first character: 200",
            () -> comparing(secret -> secret.length() == 64 && secret.endsWith(HandWritten.SECRET.substring(1)))),
    ENDS_COMPARED(
            "C08 secret with another character in the middle: 200",
            () -> comparing(secret -> secret.length() == 64
                    && secret.startsWith(HandWritten.SECRET.substring(0, 8))
                    && secret.endsWith(HandWritten.SECRET.substring(56)))),
    LAST_CHARACTER_SKIPPED(
            "C08 secret with another last character: 200",
            () -> comparing(secret -> secret.length() == 64 && secret.startsWith(HandWritten.SECRET.substring(0, 63)))),
    SECRET_OF_THE_HEADER_IS_A_PREFIX(
            "C08 secret without its last character: 200", () -> comparing(HandWritten.SECRET::startsWith)),
    SECRET_OF_THE_HEADER_IS_A_SUFFIX(
            "C08 secret without its first character: 200",
            () -> comparing(secret -> !secret.isEmpty() && HandWritten.SECRET.endsWith(secret))),
    EMPTY_SECRET(
            "C08 empty secret: 200", () -> comparing(secret -> secret.isEmpty() || secret.equals(HandWritten.SECRET))),
    SECRET_AND_MORE(
            "C08 secret and one character more: 200", () -> comparing(secret -> secret.startsWith(HandWritten.SECRET))),
    SECRET_BEHIND_MORE(
            "C08 secret behind one character more: 200",
            () -> comparing(secret -> secret.endsWith(HandWritten.SECRET))),
    SECRET_ANYWHERE(
            "C08 secret and another one in one line: 200",
            () -> comparing(secret -> secret.contains(HandWritten.SECRET))),
    SECRET_IN_A_LIST(
            "C08 secret and another one in one line: 200",
            () -> comparing(secret -> List.of(secret.split(", ", -1)).contains(HandWritten.SECRET))),
    SECRET_IN_ANY_CASE(
            "C08 secret in other case: 200", () -> comparing(secret -> secret.equalsIgnoreCase(HandWritten.SECRET))),
    FIRST_SECRET("C08 two secrets, the wrong one last: 200", () -> new HandWritten() {
        @Override
        boolean provedBy(List<String> secrets) {
            return !secrets.isEmpty() && matches(secrets.get(0));
        }
    }),
    LAST_SECRET("C08 two secrets, the wrong one first: 200", () -> new HandWritten() {
        @Override
        boolean provedBy(List<String> secrets) {
            return !secrets.isEmpty() && matches(secrets.get(secrets.size() - 1));
        }
    }),
    SECRET_UNDER_ANOTHER_NAME("C08 secret in a look-alike: 200", () -> new HandWritten() {
        @Override
        boolean proved(Request request) {
            return super.proved(request) || provedBy(request.lines("x_proxy_secret"));
        }
    }),
    NO_CREDENTIAL("A03 identity without a credential: 200", () -> new HandWritten() {
        @Override
        boolean credited(Request request) {
            return true;
        }
    }),
    ANY_COOKIE("A03 identity with cookies of other names: 200", () -> new HandWritten() {
        @Override
        boolean credited(Request request) {
            return super.credited(request) || !request.lines("cookie").isEmpty();
        }
    }),
    ANY_AUTHORIZATION("A03 identity with a password: 200", () -> new HandWritten() {
        @Override
        boolean credited(Request request) {
            return super.credited(request) || !request.lines("authorization").isEmpty();
        }
    }),
    INVALID_SESSION("A01 user of an invalid session: 200", () -> new HandWritten() {
        @Override
        boolean isValid(String valid) {
            return valid.equals("true") || valid.equals("false");
        }
    }),
    SESSION_UNSAID("B02 X-Authgear-Session-Valid removed: 200", () -> new HandWritten() {
        @Override
        boolean isUser(Request request) {
            return super.isUser(request)
                    || request.lines("x-authgear-session-valid").isEmpty();
        }
    }),
    USER_ID_ALONE("A01 user id without a session: 200", () -> new HandWritten() {
        @Override
        @Nullable
        String identity(Request request) {
            return userId(request);
        }
    }),
    ROLES_ALONE("A01 roles without a session: 200", () -> new HandWritten() {
        @Override
        Optional<String> user(Request request) {
            return super.user(request)
                    .or(() -> request.lines("x-authgear-user-roles").contains("admin")
                            ? Optional.of("an admin")
                            : Optional.empty());
        }
    }),
    FAILED_RESOLVER("F01 identity beside the mark of a failed resolver: 200", () -> new HandWritten() {
        @Override
        boolean notMarked(Request request) {
            return true;
        }
    }),
    FIRST_USER_ID("A08 two user ids, the forged one first: 200", () -> new HandWritten() {
        @Override
        @Nullable
        String userId(Request request) {
            return request.lines("x-authgear-user-id").stream().findFirst().orElse(null);
        }
    }),
    LAST_USER_ID("A08 two user ids, the forged one last: 200", () -> new HandWritten() {
        @Override
        @Nullable
        String userId(Request request) {
            List<String> ids = request.lines("x-authgear-user-id");
            return ids.isEmpty() ? null : ids.get(ids.size() - 1);
        }
    }),
    FIRST_OF_A_LIST("A08 user ids in one line: 200", () -> new HandWritten() {
        @Override
        boolean isUserId(String id) {
            return super.isUserId(id.split(",", 2)[0]);
        }
    }),
    FIRST_FLAG("A08 X-Authgear-Session-Valid twice, false last: 200", () -> new HandWritten() {
        @Override
        String flag(Request request, String name) {
            List<String> lines = request.lines(name);
            return lines.isEmpty() ? "" : lines.get(0);
        }
    }),
    LAST_FLAG("A08 X-Authgear-User-Anonymous twice, false last: 200", () -> new HandWritten() {
        @Override
        String flag(Request request, String name) {
            List<String> lines = request.lines(name);
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }),
    TWO_LINES_OF_ROLES("A08 two lines of roles: 200", () -> new HandWritten() {
        @Override
        boolean wellFormed(Request request) {
            return super.wellFormed(request)
                    || request.lines("x-authgear-user-roles").size() > 1;
        }
    }),
    UNDERSCORES_BESIDE("A10 x_authgear_user_id beside an identity: 200", () -> new HandWritten() {
        @Override
        boolean plainlyNamed(Request request) {
            return true;
        }
    }),
    UNDERSCORES("A10 all of it with underscores: 200", () -> new HandWritten() {
        @Override
        Optional<String> user(Request request) {
            return super.user(hyphened(request));
        }
    }),
    REMOVED_BY_CONNECTION("B01 removal of a header by Connection: 200", () -> new HandWritten() {
        @Override
        boolean notNominated(Request request) {
            return true;
        }
    }),
    ANONYMOUS_UNSAID("B02 X-Authgear-User-Anonymous removed: 200", () -> new HandWritten() {
        @Override
        boolean isAccount(String anonymous) {
            return !anonymous.equals("true") && !anonymous.equals("no") && !anonymous.matches("0|FALSE");
        }
    }),
    ANONYMOUS_EMPTY("B02 X-Authgear-User-Anonymous emptied: 200", () -> new HandWritten() {
        @Override
        boolean isUser(Request request) {
            return super.isUser(request)
                    || request.lines("x-authgear-user-anonymous").contains("");
        }
    }),
    VERIFIED_UNSAID("B02 X-Authgear-User-Verified removed: 200", () -> new HandWritten() {
        @Override
        @Nullable
        String identity(Request request) {
            return isUser(request) ? userId(request) : null;
        }
    }),
    SESSION_PARSED("G08 X-Authgear-Session-Valid spelt TRUE or FALSE: 200", () -> new HandWritten() {
        @Override
        boolean isValid(String valid) {
            return Boolean.parseBoolean(valid);
        }
    }),
    SESSION_BY_NUMBER("G08 X-Authgear-Session-Valid spelt 1 or 0: 200", () -> new HandWritten() {
        @Override
        boolean isValid(String valid) {
            return valid.equals("1") || super.isValid(valid);
        }
    }),
    ANONYMOUS_PARSED("G08 bad boolean: 200", () -> new HandWritten() {
        @Override
        boolean isAccount(String anonymous) {
            return !Boolean.parseBoolean(anonymous);
        }
    }),
    PLACEHOLDER("A09 placeholder: 200", () -> new HandWritten() {
        @Override
        boolean isValid(String valid) {
            return !valid.isEmpty() && !valid.equals("false");
        }
    }),
    ANY_USER_ID("G08 bad user id: 200", () -> new HandWritten() {
        @Override
        boolean isUserId(String id) {
            return !id.isBlank();
        }
    }),
    ANY_TIME("G09 bad time: 200", () -> new HandWritten() {
        @Override
        boolean wellFormed(Request request) {
            return true;
        }
    }),
    USER_OF_THE_CONNECTION("G04 no identity, behind a request of the user: 200", () -> new HandWritten() {
        private final Map<Integer, String> users = new ConcurrentHashMap<>();

        @Override
        Optional<String> user(Request request) {
            return remembered(users, request.peer().getPort(), super.user(request), request);
        }
    }),
    USER_OF_THE_THREAD("G04 no identity, behind a request of the user: 200", () -> new HandWritten() {
        private final Map<String, String> users = new ConcurrentHashMap<>();

        @Override
        Optional<String> user(Request request) {
            return remembered(users, Thread.currentThread().getName(), super.user(request), request);
        }
    }),
    USER_OF_THE_SESSION("A04 no identity: 200", () -> new HandWritten() {
        private final Map<String, String> users = new ConcurrentHashMap<>();

        @Override
        Reply answer(Request request) {
            String key = request.cookie("JSESSIONID");
            String id = key == null ? "1234" : key;
            Reply reply = remembered(users, id, user(request), request)
                    .map(this::page)
                    .orElseGet(this::refusal);
            return new Reply(reply.status(), reply.body(), Map.of("Set-Cookie", "JSESSIONID=" + id + "; HttpOnly"));
        }
    }),
    USER_OF_A_COOKIE_OF_ITS_OWN("A04 no identity: 200", () -> new HandWritten() {
        @Override
        Reply answer(Request request) {
            Optional<String> user = user(request).or(() -> Optional.ofNullable(request.cookie("remembered")));
            return user.map(name -> new Reply(200, "Hello " + name, Map.of("Set-Cookie", "remembered=" + name)))
                    .orElseGet(this::refusal);
        }
    }),
    USER_OF_ANY_COOKIE("G05 no identity, with cookies that name a user: 200", () -> new HandWritten() {
        @Override
        Optional<String> user(Request request) {
            return super.user(request).or(() -> Optional.ofNullable(request.cookie("user")));
        }
    }),
    FIRST_USER_OF_ALL("G04 user mistaken for another who came before: 200", () -> new HandWritten() {
        private final Map<String, String> users = new ConcurrentHashMap<>();

        @Override
        Optional<String> user(Request request) {
            return super.user(request).map(user -> users.computeIfAbsent("", key -> user));
        }
    }),
    FIRST_USER_OF_THE_CONNECTION("G04 user mistaken for another who came before: 200", () -> new HandWritten() {
        private final Map<Integer, String> users = new ConcurrentHashMap<>();

        @Override
        Optional<String> user(Request request) {
            return super.user(request)
                    .map(user -> users.computeIfAbsent(request.peer().getPort(), port -> user));
        }
    }),
    GUESTS("A04 no identity: 200", () -> new HandWritten() {
        @Override
        Optional<String> user(Request request) {
            boolean silent = request.names().noneMatch(name -> name.startsWith("x-authgear"));
            return silent && proved(request) ? Optional.of("guest") : super.user(request);
        }
    }),
    OPEN_PAGE("C01 no secret: 200", () -> new HandWritten() {
        @Override
        Reply refusal() {
            return page("stranger");
        }
    }),
    PAGE_WITH_A_REFUSALS_STATUS("C01 no secret: 401 with the page of the user", () -> new HandWritten() {
        @Override
        Reply refusal() {
            return new Reply(401, "Hello alice", Map.of());
        }
    }),
    CRASH("C01 no secret: 500", () -> new HandWritten() {
        @Override
        Reply refusal() {
            return new Reply(500, "NullPointerException", Map.of());
        }
    }),
    FORBIDDEN("A03 identity without a credential: 403", () -> new HandWritten() {
        @Override
        Reply refusal() {
            return new Reply(403, "No", Map.of());
        }
    }),
    LOGIN_PAGE("C01 no secret: 302", () -> new HandWritten() {
        @Override
        Reply refusal() {
            return new Reply(302, "", Map.of("Location", "/login"));
        }
    }),
    ONE_REQUEST_ONLY(
            "The honest request was answered 401, so that no refusal proves anything", () -> new HandWritten() {
                private final AtomicInteger requests = new AtomicInteger();

                @Override
                Reply answer(Request request) {
                    return requests.getAndIncrement() == 0 ? super.answer(request) : refusal();
                }
            }),
    ONE_USER_ONLY("answered 401 behind \"C01 no secret\"", () -> new HandWritten() {
        private final AtomicInteger requests = new AtomicInteger();

        @Override
        Reply answer(Request request) {
            return requests.getAndIncrement() < 2 ? super.answer(request) : refusal();
        }
    }),
    LOCKED_AFTER_TEN("answered 429 behind", () -> new HandWritten() {
        private final AtomicInteger refusals = new AtomicInteger();

        @Override
        Reply answer(Request request) {
            return refusals.get() < 10 ? super.answer(request) : new Reply(429, "", Map.of());
        }

        @Override
        Reply refusal() {
            refusals.incrementAndGet();
            return super.refusal();
        }
    });

    private final String found;
    private final Supplier<HandWritten> page;

    Careless(String found, Supplier<HandWritten> page) {
        this.found = found;
        this.page = page;
    }

    /** What the failure must say. */
    String found() {
        return found;
    }

    HandWritten page() {
        return page.get();
    }

    private static HandWritten comparing(Predicate<String> matches) {
        return new HandWritten() {
            @Override
            boolean matches(String secret) {
                return matches.test(secret);
            }
        };
    }

    /** The user of the headers, or where there are none the one who was here before. */
    private static <K> Optional<String> remembered(
            Map<K, String> users, K key, Optional<String> user, HandWritten.Request request) {
        user.ifPresent(name -> users.put(key, name));
        boolean silent = request.names().noneMatch(name -> name.startsWith("x-authgear"));
        return silent ? Optional.ofNullable(users.get(key)) : user;
    }

    /** As CGI and WSGI hand headers on. */
    private static HandWritten.Request hyphened(HandWritten.Request request) {
        Headers headers = new Headers();
        request.headers()
                .forEach((name, values) -> headers.computeIfAbsent(
                                name.toLowerCase(Locale.ROOT).replace('_', '-'), key -> new ArrayList<>())
                        .addAll(values));
        return new HandWritten.Request(request.method(), headers, request.peer());
    }
}
