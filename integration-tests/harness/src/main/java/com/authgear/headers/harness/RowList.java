package com.authgear.headers.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects the rows of an example, in the order they are sent. */
public final class RowList {
    private final RawClient front;
    private final RawClient backend;
    private final List<Row> rows = new ArrayList<>();
    private final List<RawResponse> answers = new ArrayList<>();

    /**
     * A list without rows.
     *
     * @param front sends through the proxy
     * @param backend sends past it
     */
    public RowList(RawClient front, RawClient backend) {
        this.front = front;
        this.backend = backend;
    }

    /** Sends the request of a row. */
    @FunctionalInterface
    public interface Sender {
        RawResponse send() throws IOException;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public RawClient front() {
        return front;
    }

    /** A request through the front. */
    public void through(String what, Expectation expected, RawRequest request) {
        add(what, expected, () -> front.send(request));
    }

    public void add(String what, Expectation expected, Sender sender) {
        rows.add(new Row(what, expected.text(), () -> expected.judge(kept(sender.send()))));
    }

    /** Past the front: the same 401, byte for byte, as without the forgery. */
    public void same(String path, String what, RawRequest honest) {
        rows.add(new Row("straight to the backend: GET " + path + ", " + what, "401, as if not forged", () -> {
            RawResponse plain = kept(backend.send(honest));
            RawResponse forged = kept(backend.send(honest.with(Forgery.nine())));
            boolean equal = plain.status() == 401 && plain.comparable().equals(forged.comparable());
            return new Row.Outcome(equal, equal ? "401, the same" : "another answer: " + forged.status());
        }));
    }

    /** Judges the answers of all rows before it. */
    public void everyAnswer(String expected, Predicate<RawResponse> holds) {
        rows.add(new Row("every answer above", expected, () -> {
            long others = answers.stream().filter(holds.negate()).count();
            return new Row.Outcome(
                    others == 0 && !answers.isEmpty(), others + " of " + answers.size() + " are otherwise");
        }));
    }

    /** A header line that names a user. */
    public static String bearer(String user) {
        return "Authorization: Bearer " + user;
    }

    /** Header lines, and that of a user. */
    public static String[] as(String user, String... lines) {
        return with(lines, bearer(user));
    }

    public static String[] with(String[] lines, String more) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private RawResponse kept(RawResponse answer) {
        answers.add(answer);
        return answer;
    }
}
