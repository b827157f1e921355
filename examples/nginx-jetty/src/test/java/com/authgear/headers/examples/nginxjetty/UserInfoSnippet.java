package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an application asks for user info, in {@code docs/login.md}. */
final class UserInfoSnippet {
    private UserInfoSnippet() {}

    static String userInfo(HttpServletRequest request, HttpClient client) throws IOException, InterruptedException {
        AuthgearPrincipal user = AuthgearRequests.principal(request).orElseThrow();
        HttpRequest.Builder question = HttpRequest.newBuilder(URI.create("https://auth.example.com/oauth2/userinfo"))
                .timeout(Duration.ofSeconds(5));
        for (String name : List.of("Authorization", "Cookie")) {
            Optional.ofNullable(request.getHeader(name)).ifPresent(value -> question.header(name, value));
        }
        HttpResponse<String> answer = client.send(question.build(), HttpResponse.BodyHandlers.ofString());
        // 200, and the member "sub" of the JSON equals user.userId(): else ignore the answer.
        return user.userId() + answer.statusCode() + answer.body();
    }
}
