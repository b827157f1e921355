package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;

/** Logs in at {@link LoginBeside}. */
final class StaffLogin {
    static final String NAME = "carol";
    static final String PASSWORD = "correct-horse";

    private StaffLogin() {}

    /** The line that carries the session. */
    static String cookieLine(Application application) throws IOException {
        RawResponse answer = answer(application, PASSWORD);
        assertThat(answer.header("Location").orElse("")).doesNotContain("error");
        return "Cookie: "
                + answer.headers("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("JSESSIONID="))
                        .findFirst()
                        .orElseThrow()
                        .split(";", 2)[0];
    }

    static RawResponse answer(Application application, String password) throws IOException {
        RawRequest login = RawRequest.of("POST", "/login", "Content-Type: application/x-www-form-urlencoded")
                .withBody("username=" + NAME + "&password=" + password);
        return application.client().send(login);
    }
}
