package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.front.Recipe;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One thing wrong in the recipe for NGINX, and the checks that must say so: those and no others. */
enum BrokenNginx {
    ROLES_NOT_OVERWRITTEN(
            "proxy_set_header x-authgear-user-roles               $ag_user_roles;",
            "valid-bearer",
            "forged-user-roles",
            "forged-all"),
    USER_ID_NOT_OVERWRITTEN(
            "proxy_set_header x-authgear-user-id                  $ag_user_id;",
            "valid-bearer",
            "forged-user-id",
            "forged-all"),
    ACR_NOT_OVERWRITTEN(
            "proxy_set_header x-authgear-session-acr              $ag_session_acr;",
            "forged-session-acr",
            "forged-all"),
    USER_ID_OF_THE_CLIENT(
            with("$upstream_http_x_authgear_user_id;", "$http_x_authgear_user_id;"),
            "valid-bearer",
            "forged-user-id",
            "forged-all"),
    ANSWER_MISSPELLED(
            with("$upstream_http_x_authgear_user_verified;", "$upstream_http_x_authgear_user_verifed;"),
            "valid-bearer"),
    NESTED_LOCATION_WITH_A_HEADER_OF_ITS_OWN(
            inLocation("location /deep { proxy_set_header X-Own 1; proxy_pass http://BACKEND; }"), "path:/deep"),
    LOCATION_WITHOUT_INCLUDE(inServer("location /deep { proxy_pass http://BACKEND; }"), "path:/deep"),
    LOCATION_THAT_DOES_NOT_ASK(
            with("auth_request /_authgear;", "auth_request off;"),
            "valid-bearer",
            "resolver-question",
            "clearing-cookie",
            "resolver-error",
            "resolver-unknown-project",
            "resolver-refuses"),
    UNDERSCORES(with("underscores_in_headers off;", "underscores_in_headers on;"), "alias-underscore"),
    INVALID_NAMES(with("ignore_invalid_headers on;", "ignore_invalid_headers off;"), "alias-underscore", "alias-dot"),
    HEADERS_PASSED_TO_THE_RESOLVER(
            both(
                    without("proxy_pass_request_headers off;"),
                    without("proxy_set_header X-Forwarded-Host  $ag_project;")),
            "tenant-x-forwarded-host",
            "tenant-x-original-host",
            "tenant-forwarded"),
    HOST_OF_THE_CLIENT_TO_THE_RESOLVER(
            with("proxy_set_header X-Forwarded-Host  $ag_project;", "proxy_set_header X-Forwarded-Host $host;"),
            "tenant-host"),
    PROTO_OF_THE_CLIENT_TO_THE_RESOLVER(
            with(
                    "proxy_set_header X-Forwarded-Proto https;",
                    "proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;"),
            "tenant-x-forwarded-proto"),
    COOKIES_NOT_SHOWN_TO_THE_RESOLVER(
            "proxy_set_header Cookie            $http_cookie;",
            "valid-cookie",
            "valid-app-access-token",
            "invalid-cookie",
            "clearing-cookie"),
    TOKEN_NOT_SHOWN_TO_THE_RESOLVER(
            "proxy_set_header Authorization     $http_authorization;",
            "valid-bearer",
            "valid-without-roles",
            "valid-anonymous",
            "disabled-user"),
    BODY_TO_THE_RESOLVER(
            both(without("proxy_pass_request_body off;"), without("proxy_set_header Content-Length    \"\";")),
            "resolver-question"),
    CACHE_BY_SESSION_COOKIE_AND_TOKEN(
            cache("$cookie_session|$http_authorization"),
            "valid-app-access-token",
            "cache-two-users",
            "cache-app-access-token",
            "cache-app-session",
            "cache-cookie-case",
            "cache-cookie-tab",
            "cache-only-valid"),
    CACHE_OF_EVERY_ANSWER(cache("$http_authorization|$http_cookie"), "cache-only-valid"),
    FAILS_OPEN(
            both(
                    inLocation("error_page 500 = @open;"),
                    inServer("location @open { include authgear-strip.conf; proxy_pass http://BACKEND; }")),
            "resolver-error",
            "resolver-unknown-project",
            "resolver-refuses"),
    NO_TIMEOUT("proxy_read_timeout 5s;", "resolver-hangs"),
    UPGRADE_OF_THE_CLIENT(
            both(with("$ag_upgrade;", "$http_upgrade;"), with("$ag_connection;", "$http_connection;")), "h2c"),
    NO_WEBSOCKET("proxy_set_header Upgrade           $ag_upgrade;", "websocket"),
    SECRET_NOT_SET(
            "proxy_set_header x-proxy-secret \"openssl rand -hex 32\";",
            "secret",
            "secret-forged",
            "nominated-secret",
            "path:/deep"),
    SECRET_NOT_REPLACED(
            with(
                    "proxy_set_header x-proxy-secret \"openssl rand -hex 32\";",
                    "proxy_set_header x-proxy-secret \"openssl rand -hex 32\"; "),
            "secret",
            "secret-forged",
            "nominated-secret",
            "path:/deep"),
    SECRET_NOT_STRIPPED("proxy_set_header x-proxy-secret                      \"\";", "open:/health"),
    COOKIE_NOT_HANDED_ON("add_header Set-Cookie $ag_set_cookie always;", "clearing-cookie"),
    BODY_NOT_PASSED(inLocation("proxy_pass_request_body off;"), "body", "body-chunked"),
    BODY_TOO_LARGE(with("client_max_body_size 10m;", "client_max_body_size 10k;"), "body", "body-chunked"),
    METHOD_NOT_PASSED(inLocation("proxy_method GET;"), "head", "options"),
    DECODED_PATH(
            with(
                    "include authgear-protect.conf;\n      proxy_pass http://127.0.0.1:8081;",
                    "include authgear-protect.conf; proxy_pass http://BACKEND$uri;"),
            "crlf-path"),
    HEADER_FROM_THE_PATH(inLocation("proxy_set_header X-Path $uri;"), "crlf-path");

    private static final String SLOW = "resolver-slow";
    private static final String HANGS = "resolver-hangs";

    private final UnaryOperator<Recipe> change;
    private final Set<String> found;
    private final String removed;

    BrokenNginx(UnaryOperator<Recipe> change, String... found) {
        this.change = change;
        this.found = Set.of(found);
        removed = "";
    }

    BrokenNginx(String removed, String... found) {
        change = without(removed);
        this.found = Set.of(found);
        this.removed = removed;
    }

    Recipe in(Recipe recipe) {
        return change.apply(recipe);
    }

    Set<String> found() {
        return found;
    }

    /** The line that was taken out, where that is what was done. */
    String removed() {
        return removed;
    }

    /** Those that wait run only where they are what is looked for. */
    boolean isJudged(String name) {
        return found.contains(name) || !Set.of(SLOW, HANGS).contains(name);
    }

    /** Longer than the recipe waits for the resolver, where that matters. */
    Duration patience() {
        return Duration.ofSeconds(found.contains(HANGS) ? 7 : 2);
    }

    static UnaryOperator<Recipe> with(String place, String value) {
        return recipe -> recipe.with(
                place,
                value.replace("BACKEND", "127.0.0.1:" + recipe.ports().backend())
                        .replace("SECRET", recipe.secret()));
    }

    private static UnaryOperator<Recipe> without(String line) {
        return with(line, "");
    }

    private static UnaryOperator<Recipe> inLocation(String lines) {
        return with("location / {\n", "location / {\n" + lines + "\n");
    }

    private static UnaryOperator<Recipe> inServer(String lines) {
        return with("    # Everything else: with identity.\n", lines + "\n");
    }

    private static UnaryOperator<Recipe> both(UnaryOperator<Recipe> one, UnaryOperator<Recipe> other) {
        return recipe -> other.apply(one.apply(recipe));
    }

    static UnaryOperator<Recipe> cache(String key) {
        return both(
                with("server {\n", "proxy_cache_path cache keys_zone=ag:1m; server {\n"),
                with(
                        "internal;",
                        "internal; proxy_cache ag; proxy_cache_valid 200 10m; proxy_cache_key \"" + key + "\";"));
    }
}
