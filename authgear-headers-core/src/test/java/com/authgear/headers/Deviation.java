package com.authgear.headers;

import static com.authgear.headers.AuthgearHeader.SESSION_ACR;
import static com.authgear.headers.AuthgearHeader.SESSION_AMR;
import static com.authgear.headers.AuthgearHeader.SESSION_AUTHENTICATED_AT;
import static com.authgear.headers.AuthgearHeader.SESSION_VALID;
import static com.authgear.headers.AuthgearHeader.USER_CAN_REAUTHENTICATE;
import static com.authgear.headers.AuthgearHeader.USER_ID;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where we read a request differently from Authgear's own reader on purpose, defined by the request alone. The first
 * ones refuse it, in the order of the parser, and the first that applies decides; the last three change what is read.
 */
@SuppressWarnings("ImmutableEnumChecker") // The lambdas capture nothing.
enum Deviation {
    DUPLICATE_LINES(
            "Authgear takes the first of several lines; which of them is the forged one depends on the proxy.",
            in -> in.firstRepeated().isPresent(),
            in -> Reading.refused("duplicate_header", in.firstRepeated().orElseThrow())),
    ORPHAN_HEADERS(
            "Authgear ignores the rest where session-valid is absent; the resolver never sends the rest alone.",
            in -> in.isSessionAbsent() && in.firstOther().isPresent(),
            in -> Reading.refused("orphan_headers", in.firstOther().orElseThrow())),
    SESSION_VALID_SPELLING(
            "Authgear takes every spelling of Go's ParseBool; the resolver writes true and false.",
            in -> in.isSpelledAsGoAlsoDoes(SESSION_VALID),
            in -> Reading.refused("bad_boolean", SESSION_VALID)),
    CONTRADICTION(
            "Authgear ignores the rest where session-valid is false; the resolver never sends the rest with it.",
            in -> in.isSessionInvalid() && in.firstOther().isPresent(),
            in -> Reading.refused("contradiction", in.firstOther().orElseThrow())),
    USER_ID_REQUIRED(
            "Authgear accepts a valid session without a user id; to an application an empty name would be a user.",
            in -> in.isSessionValid() && in.value(USER_ID).isEmpty(),
            in -> Reading.refused("incomplete_identity", USER_ID)),
    USER_ID_GRAMMAR(
            "Authgear takes any user id; it issues UUIDs, and ours must be safe in logs, paths and messages.",
            in -> in.isSessionValid() && !in.value(USER_ID).matches("[A-Za-z0-9._~:@-]{1,128}"),
            in -> Reading.refused("bad_user_id", USER_ID)),
    FLAG_MISSING(
            "Authgear reads an absent flag as false; the resolver always sends it, so a hop dropped it.",
            in -> in.isSessionValid()
                    && in.firstFlagNotPlain().filter(in::isEmpty).isPresent(),
            in -> Reading.refused("incomplete_identity", in.firstFlagNotPlain().orElseThrow())),
    FLAG_SPELLING(
            "Authgear takes every spelling of Go's ParseBool; the resolver writes true and false.",
            in -> in.isSessionValid()
                    && in.firstFlagNotPlain().filter(in::isSpelledAsGoAlsoDoes).isPresent(),
            in -> Reading.refused("bad_boolean", in.firstFlagNotPlain().orElseThrow())),
    CHECK_ORDER(
            "Authgear reads authenticated-at before can-reauthenticate; both refuse, naming another header.",
            in -> in.isGoodUpToVerified() && !in.areFlagsGood() && !in.isTimeGood(),
            in -> Reading.refused("bad_boolean", USER_CAN_REAUTHENTICATE)),
    AMR_GRAMMAR(
            "Authgear takes any text between blanks; methods are names.",
            in -> in.areFlagsGood()
                    && !in.methods().stream().allMatch(method -> method.matches("[A-Za-z0-9_.:-]{1,64}")),
            in -> Reading.refused("bad_amr", SESSION_AMR)),
    TIME_RANGE(
            "Authgear takes every 64-bit integer; before 1970 and after 9999 is nobody's log-in.",
            in -> in.areFlagsGood() && in.isTimeOutOfRange(),
            in -> Reading.refused("bad_authenticated_at", SESSION_AUTHENTICATED_AT)),
    TIME_FORM(
            "Authgear takes signs and any number of leading zeros; it writes neither.",
            in -> in.areFlagsGood() && in.isTimeWrittenOddly(),
            in -> Reading.refused("bad_authenticated_at", SESSION_AUTHENTICATED_AT)),

    SURROUNDING_WHITE_SPACE(
            "Authgear's HTTP server trims values before its reader sees them; not every server does.",
            ParseInput::hasSurroundingWhiteSpace),
    AMR_SEPARATORS(
            "Authgear splits at every single blank; its specification says commas, and an empty method is none.",
            in -> in.isSessionValid() && !in.value(SESSION_AMR).matches("|[^ ,\t]+( [^ ,\t]+)*")),
    SESSION_ACR_READ(
            "Authgear no longer reads the ACR that its older versions send.",
            in -> in.isSessionValid() && !in.value(SESSION_ACR).isEmpty());

    private static final List<Deviation> REFUSALS =
            EnumSet.range(DUPLICATE_LINES, TIME_FORM).stream().toList();
    private static final List<Deviation> CHANGES =
            EnumSet.range(SURROUNDING_WHITE_SPACE, SESSION_ACR_READ).stream().toList();

    private final String reason;
    private final Predicate<ParseInput> applies;
    private final Function<ParseInput, Reading> outcome;

    Deviation(String reason, Predicate<ParseInput> applies) {
        this(reason, applies, Deviation::changed);
    }

    Deviation(String reason, Predicate<ParseInput> applies, Function<ParseInput, Reading> outcome) {
        this.reason = reason;
        this.applies = applies;
        this.outcome = outcome;
    }

    String reason() {
        return reason;
    }

    /** The deviation that refuses the request, else those that change what is read; empty if both must agree. */
    static Set<Deviation> of(ParseInput input) {
        return REFUSALS.stream()
                .filter(deviation -> deviation.applies.test(input))
                .findFirst()
                .<Set<Deviation>>map(EnumSet::of)
                .orElseGet(() -> changes(input));
    }

    Reading outcome(ParseInput input) {
        return outcome.apply(input);
    }

    private static Set<Deviation> changes(ParseInput input) {
        Set<Deviation> result = EnumSet.noneOf(Deviation.class);
        CHANGES.stream().filter(deviation -> deviation.applies.test(input)).forEach(result::add);
        return result;
    }

    /** What Authgear reads without the white space around the lines, with our methods and the ACR. */
    private static Reading changed(ParseInput input) {
        Reading reading = input.trimmedReading();
        if (!reading.isValid()) {
            return reading;
        }
        String acr = input.value(SESSION_ACR);
        return reading.withAmr(input.methods()).withAcr(acr.isEmpty() ? null : acr);
    }
}
