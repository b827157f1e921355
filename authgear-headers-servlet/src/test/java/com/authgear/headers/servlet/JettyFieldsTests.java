package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.authgear.headers.HeaderSource;
import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class JettyFieldsTests {
    private static final RawRequest REQUEST = RawRequest.get(
            "/",
            "X-Authgear-User-Id: alice",
            "Accept: text/html",
            "x-authgear-user-id: bob",
            "X-AUTHGEAR-USER-ID:",
            "x_authgear_user_id: mallory",
            "X-Authgear-Tomorrow: 1",
            "Cookie: session=1",
            "Cookie: session=2");

    @Test
    void requestOfTheContainerShowsWhatItsHeadersShow() throws Exception {
        List<Recorder> seen = new ArrayList<>();
        send(request -> {
            seen.add(new Recorder());
            assertThat(JettyFields.visit(request, seen.get(0))).isTrue();
            seen.add(new Recorder());
            new ByTheApi(request).visit(seen.get(1));
        });
        assertThat(seen.get(0).lines).isEqualTo(seen.get(1).lines);
        assertThat(seen.get(0).lines.get("x-authgear-user-id")).containsExactly("alice", "bob", "");
        assertThat(seen.get(0).lines).containsKeys("x_authgear_user_id", "x-authgear-tomorrow");
    }

    @Test
    void lineIsShownOnlyIfItIsWanted() throws Exception {
        Recorder recorder = new Recorder();
        recorder.wanted = "cookie";
        send(request -> JettyFields.visit(request, recorder));
        assertThat(recorder.lines).containsOnlyKeys("cookie");
        assertThat(recorder.lines.get("cookie")).containsExactly("session=1", "session=2");
    }

    @Test
    void wrapperIsAskedItself() throws Exception {
        List<String> users = new ArrayList<>();
        send(request -> {
            HttpServletRequest without = new WithoutUsers(request);
            Recorder recorder = new Recorder();
            assertThat(JettyFields.visit(without, recorder)).isFalse();
            assertThat(recorder.lines).isEmpty();
            new RequestHeaders(without).visit(recorder);
            users.addAll(recorder.lines.keySet());
        });
        assertThat(users).contains("accept", "cookie").noneMatch(name -> name.contains("user"));
    }

    @Test
    void requestOfAnotherContainerIsLeftToItsApi() {
        assertThat(JettyFields.visit(mock(HttpServletRequest.class), new Recorder()))
                .isFalse();
    }

    private interface Look {
        void at(HttpServletRequest request);
    }

    private static void send(Look look) throws Exception {
        try (JettyServer server = JettyServer.withoutFilter()
                .filter((request, response, chain) -> look.at((HttpServletRequest) request), "/*")
                .start()) {
            assertThat(server.client().send(REQUEST).status()).isEqualTo(200);
        }
    }

    /** Names in lower case, since containers fold spellings in different ways. */
    private static final class Recorder implements HeaderSource.FieldVisitor {
        private final TreeMap<String, List<String>> lines = new TreeMap<>();
        private String wanted = "";
        private String current = "";

        @Override
        public boolean wants(String name) {
            current = name.toLowerCase(Locale.ROOT);
            return wanted.isEmpty() || wanted.equals(current);
        }

        @Override
        public void line(String value) {
            lines.computeIfAbsent(current, key -> new ArrayList<>()).add(value);
        }
    }

    /** What any container can do. */
    private record ByTheApi(HttpServletRequest request) implements HeaderSource {
        @Override
        public Iterator<String> names() {
            return request.getHeaderNames().asIterator();
        }

        @Override
        public Iterator<String> values(String name) {
            return request.getHeaders(name).asIterator();
        }
    }

    private static final class WithoutUsers extends HttpServletRequestWrapper {
        WithoutUsers(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
            names.removeIf(name -> name.toLowerCase(Locale.ROOT).contains("user"));
            return Collections.enumeration(names);
        }
    }
}
