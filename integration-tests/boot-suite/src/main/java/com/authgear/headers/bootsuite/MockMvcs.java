package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.test.AuthgearMockMvcConfigurers.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.ConfigurableSmartRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** MockMvc built by hand, which every line of Spring Boot has in the same place. */
final class MockMvcs {
    private MockMvcs() {}

    static MockMvc of(WebApplicationContext context) {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .apply(authgearHeaders())
                .build();
    }

    static MockHttpServletResponse get(MockMvc mvc, String path, RequestPostProcessor... with) throws Exception {
        return perform(mvc, MockMvcRequestBuilders.get(path), with);
    }

    static MockHttpServletResponse post(MockMvc mvc, String path, RequestPostProcessor... with) throws Exception {
        return perform(mvc, MockMvcRequestBuilders.post(path), with);
    }

    static void assertBody(String expected, MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo(expected);
    }

    /** By the builder's interface: spring-test 7 moved its methods. */
    private static MockHttpServletResponse perform(
            MockMvc mvc, ConfigurableSmartRequestBuilder<?> request, RequestPostProcessor... with) throws Exception {
        for (RequestPostProcessor each : with) {
            request.with(each);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
