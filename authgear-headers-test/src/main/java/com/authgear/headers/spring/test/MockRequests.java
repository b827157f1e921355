package com.authgear.headers.spring.test;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.test.AuthgearTestHeaders;
import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Writes headers into requests of MockMvc. */
final class MockRequests {
    private static final String AUTHORIZATION = "Authorization";
    private static final String COOKIE = "Cookie";
    /** Request attribute: the names of the lines that this kit wrote, for a later call to remove. */
    private static final String WRITTEN = MockRequests.class.getName();

    private MockRequests() {}

    /** Replaces the identity of a request by these headers and the application's secret. */
    static RequestPostProcessor carrying(AuthgearTestHeaders headers) {
        return request -> replaceIdentity(
                request,
                new TestedApplication(WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()))
                        .proved(headers));
    }

    /** As above, without the secret. An Authorization header of the test stays, and is the credential. */
    static MockHttpServletRequest replaceIdentity(MockHttpServletRequest request, AuthgearTestHeaders headers) {
        removeIdentity(request);
        boolean credited = headers.toMap().containsKey(AUTHORIZATION) && request.getHeader(AUTHORIZATION) != null;
        Map<String, String> lines = (credited ? headers.withoutCredential() : headers).toMap();
        lines.forEach((name, value) -> add(request, name, value));
        request.setAttribute(WRITTEN, List.copyOf(lines.keySet()));
        return request;
    }

    /** Replaces the identity of a request by these lines. */
    static MockHttpServletRequest replaceIdentity(
            MockHttpServletRequest request, List<Map.Entry<String, String>> lines) {
        removeIdentity(request);
        lines.forEach(line -> add(request, line.getKey(), line.getValue()));
        return request;
    }

    static boolean hasIdentity(MockHttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream().anyMatch(AuthgearHeader::isReserved);
    }

    private static void removeIdentity(MockHttpServletRequest request) {
        List<String> names = Collections.list(request.getHeaderNames());
        Stream.concat(names.stream().filter(AuthgearHeader::isReserved), written(request))
                .filter(name -> !name.equals(COOKIE))
                .forEach(request::removeHeader);
    }

    private static Stream<String> written(MockHttpServletRequest request) {
        return request.getAttribute(WRITTEN) instanceof List<?> names
                ? names.stream().map(String.class::cast)
                : Stream.empty();
    }

    /** A mock request keeps cookies apart from headers. */
    private static void add(MockHttpServletRequest request, String name, String value) {
        if (name.equals(COOKIE)) {
            Stream.of(value.split("; ", -1))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> request.setCookies(with(request.getCookies(), new Cookie(pair[0], pair[1]))));
        } else {
            request.addHeader(name, value);
        }
    }

    private static Cookie[] with(Cookie @Nullable [] cookies, Cookie more) {
        return Stream.concat(Stream.ofNullable(cookies).flatMap(Stream::of), Stream.of(more))
                .toArray(Cookie[]::new);
    }
}
