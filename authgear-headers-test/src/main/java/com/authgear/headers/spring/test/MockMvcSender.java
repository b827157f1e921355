package com.authgear.headers.spring.test;

import com.authgear.headers.test.ForgeryCheck;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.ConfigurableSmartRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Sends the requests of a check through MockMvc, each in the HTTP session of the last one. Not thread-safe. */
final class MockMvcSender implements ForgeryCheck.Sender {
    private final MockMvc mvc;
    private final String path;
    private @Nullable HttpSession session;

    MockMvcSender(MockMvc mvc, String path) {
        this.mvc = mvc;
        this.path = path;
    }

    @Override
    public ForgeryCheck.Answer send(String method, List<Map.Entry<String, String>> headers) throws IOException {
        MvcResult result = perform(method, headers);
        session = result.getRequest().getSession(false);
        MockHttpServletResponse response = result.getResponse();
        return new ForgeryCheck.Answer(
                response.getStatus(), response.getContentAsString(), response.getHeaders("Set-Cookie"));
    }

    private MvcResult perform(String method, List<Map.Entry<String, String>> headers) throws IOException {
        try {
            // By its interface: spring-test 7 moved the method to a class that 6 does not have.
            ConfigurableSmartRequestBuilder<?> request =
                    MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path);
            request.with(mock -> MockRequests.replaceIdentity(inSession(mock), headers));
            return mvc.perform(request).andReturn();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the application failed", e);
        }
    }

    private MockHttpServletRequest inSession(MockHttpServletRequest request) {
        if (session != null) {
            request.setSession(session);
        }
        return request;
    }
}
