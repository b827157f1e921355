package com.authgear.headers.resolverstub;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * An application that sends its browsers here.
 *
 * @param id its {@code client_id}
 * @param redirectUris where a login may lead back to, character by character
 * @param postLogoutUris where a logout may lead to, character by character
 */
record Client(String id, List<String> redirectUris, List<String> postLogoutUris) {
    Client {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the client id is empty");
        }
        redirectUris = List.copyOf(redirectUris);
        postLogoutUris = List.copyOf(postLogoutUris);
        Stream.concat(redirectUris.stream(), postLogoutUris.stream()).forEach(Client::requireHttp);
    }

    private static void requireHttp(String value) {
        if (!value.matches("https?:.*") || URI.create(value).getHost() == null) {
            throw new IllegalArgumentException("no http or https URI of a host: " + value);
        }
    }
}
