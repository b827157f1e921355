package com.authgear.headers.benchmarks;

import static com.authgear.headers.benchmarks.HeaderBlock.line;

import com.authgear.headers.AuthgearHeader;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** A request that grows in one way, or a worst case. Each has the secret and the identity of a user. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state, which Error Prone cannot know.
enum Growth {
    /** Foreign header lines. */
    HEADERS(HeaderBlock::foreign),
    /** Bytes of the {@code Cookie} header, which the credential tripwire searches. */
    BYTES(size -> Stream.of(line("Cookie", "ab=cdef;".repeat(size / 8)))),
    /** Role keys, up to as many as the grammar allows. */
    ROLES(size -> Stream.of(roles(String.join(",", HeaderBlock.roles(size))))),
    /** The maximum of everything that the grammar allows. */
    LONGEST_LEGAL(size -> Stream.of(
            roles(String.join(",", numbered(200, 39))),
            line(AuthgearHeader.SESSION_AMR.wireName(), String.join(" ", numbered(64, 64))),
            line(AuthgearHeader.SESSION_ACR.wireName(), "a".repeat(256)),
            line("Cookie", "ab=cdef;".repeat(1024)))),
    /** Separators without members between them. */
    COMMAS_IN_AMR(size -> Stream.of(line(AuthgearHeader.SESSION_AMR.wireName(), ",".repeat(size)))),
    /** The same where an empty member is a forgery. */
    COMMAS_IN_ROLES(size -> Stream.of(roles(",".repeat(size)))),
    /** The same where a nomination would stand. */
    COMMAS_IN_CONNECTION(size -> Stream.of(line("Connection", ",".repeat(size)))),
    /** The same among the cookies. */
    SEMICOLONS_IN_COOKIE(size -> Stream.of(line("Cookie", ";".repeat(size)))),
    /** The same without what stands behind a name. */
    NAMES_IN_COOKIE(size -> Stream.of(line("Cookie", "a;".repeat(size / 2)))),
    /** Unknown x-authgear names, each of which must be read to its end. */
    UNKNOWN_NAMES(size -> IntStream.range(0, size).mapToObj(i -> line("x-authgear-user-x" + i, "")));

    private final IntFunction<Stream<HttpField>> more;

    Growth(IntFunction<Stream<HttpField>> more) {
        this.more = more;
    }

    /** The fields of "roles-64" and the like. */
    static HttpFields fields(String kindAndSize) {
        String[] parts = kindAndSize.split("-", -1);
        Growth kind = valueOf(parts[0].toUpperCase(Locale.ROOT));
        Stream<HttpField> more = kind.more.apply(Integer.parseInt(parts[1]));
        Stream<HttpField> lines = Stream.of(Stream.of(line("Authorization", "Basic none")), more, user())
                .flatMap(part -> part);
        return HeaderParsing.parse(HeaderBlock.request(lines));
    }

    /** The credential comes last, so that all lines before it are searched. */
    private static Stream<HttpField> user() {
        return Stream.of(
                line(HeaderBlock.SECRET_NAME, HeaderBlock.SECRET),
                line(AuthgearHeader.SESSION_VALID.wireName(), "true"),
                line(AuthgearHeader.USER_ID.wireName(), "u".repeat(128)),
                line(AuthgearHeader.USER_ANONYMOUS.wireName(), "false"),
                line(AuthgearHeader.USER_VERIFIED.wireName(), "true"),
                line(AuthgearHeader.USER_CAN_REAUTHENTICATE.wireName(), "true"),
                line("Cookie", "session=1"));
    }

    private static HttpField roles(String value) {
        return line(AuthgearHeader.USER_ROLES.wireName(), value);
    }

    private static List<String> numbered(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a".repeat(length - 3) + (100 + i))
                .toList();
    }
}
