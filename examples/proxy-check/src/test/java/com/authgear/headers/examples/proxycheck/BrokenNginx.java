package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.front.Recipe;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The recipe for NGINX with one thing wrong, and the checks that must say so: those and no others. */
enum BrokenNginx {
    ROLES_NOT_OVERWRITTEN(
            without("proxy_set_header x-authgear-user-roles               $ag_user_roles;"),
            "valid-bearer",
            "forged-user-roles",
            "forged-all",
            "forged-twice",
            "forged-mixed-case",
            "path:/deep"),
    USER_ID_NOT_OVERWRITTEN(
            without("proxy_set_header x-authgear-user-id                  $ag_user_id;"),
            "valid-bearer",
            "forged-user-id",
            "forged-all",
            "forged-twice",
            "forged-mixed-case",
            "path:/deep"),
    ACR_NOT_OVERWRITTEN(
            without("proxy_set_header x-authgear-session-acr              $ag_session_acr;"),
            "forged-session-acr",
            "forged-all",
            "forged-twice",
            "forged-mixed-case",
            "path:/deep"),
    USER_ID_OF_THE_CLIENT(
            with("$upstream_http_x_authgear_user_id;", "$http_x_authgear_user_id;"),
            "valid-bearer",
            "forged-user-id",
            "forged-all",
            "forged-twice",
            "forged-mixed-case",
            "path:/deep"),
    ANSWER_MISSPELLED(
            with("$upstream_http_x_authgear_user_verified;", "$upstream_http_x_authgear_user_verifed;"),
            "valid-bearer"),
    NESTED_LOCATION_WITH_A_HEADER_OF_ITS_OWN(
            location(" location /deep { proxy_set_header X-Own 1; proxy_pass http://BACKEND; }"), "path:/deep"),
    LOCATION_WITHOUT_INCLUDE(server("location /deep { proxy_pass http://BACKEND; }"), "path:/deep"),
    LOCATION_THAT_DOES_NOT_ASK(with("auth_request /_authgear;", "auth_request off;"), "valid-bearer"),
    UNDERSCORES(with("underscores_in_headers off;", "underscores_in_headers on;"), "alias-underscore"),
    INVALID_NAMES(with("ignore_invalid_headers on;", "ignore_invalid_headers off;"), "alias-underscore", "alias-dot"),
    HEADERS_PASSED_TO_THE_RESOLVER(
            recipe -> without("proxy_pass_request_headers off;")
                    .andThen(without("proxy_set_header X-Forwarded-Host  $ag_project;"))
                    .apply(recipe),
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
    BODY_TO_THE_RESOLVER(
            recipe -> without("proxy_pass_request_body off;")
                    .andThen(without("proxy_set_header Content-Length    \"\";"))
                    .apply(recipe),
            "resolver-question"),
    CACHE_WITHOUT_CREDENTIALS(cache("one-for-all")),
    CACHE_BY_SESSION_COOKIE(cache("$cookie_session")),
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
    FAILS_OPEN(recipe -> location("error_page 500 = @open;")
            .andThen(
                    server("location @open { proxy_set_header x-proxy-secret \"SECRET\"; proxy_pass http://BACKEND; }"))
            .apply(recipe)),
    NO_TIMEOUT(without("proxy_read_timeout 5s;"), "resolver-hangs"),
    UPGRADE_OF_THE_CLIENT(
            recipe -> with("$ag_upgrade;", "$http_upgrade;")
                    .andThen(with("$ag_connection;", "$http_connection;"))
                    .apply(recipe),
            "h2c"),
    NO_WEBSOCKET(without("proxy_set_header Upgrade           $ag_upgrade;"), "websocket"),
    SECRET_NOT_SET(without("proxy_set_header x-proxy-secret \"openssl rand -hex 32\";")),
    SECRET_IN_STRIP(without("proxy_set_header x-proxy-secret                      \"\";"), "open:/health"),
    COOKIE_NOT_HANDED_ON(without("add_header Set-Cookie $ag_set_cookie always;"), "clearing-cookie"),
    BODY_NOT_PASSED(location("proxy_pass_request_body off;"), "body", "body-chunked"),
    BODY_TOO_SMALL(with("client_max_body_size 10m;", "client_max_body_size 10k;"), "body", "body-chunked"),
    DECODED_PATH(
            with(
                    "include authgear-protect.conf;\n      proxy_pass http://127.0.0.1:8081;",
                    "include authgear-protect.conf; proxy_pass http://BACKEND$uri;"),
            "crlf-path"),
    HEADER_FROM_THE_PATH(location("proxy_set_header X-Path $uri;"), "crlf-path"),
    METHOD(location("proxy_method GET;"), "head", "options");

    final UnaryOperator<Recipe> edit;
    final Set<String> found;

    BrokenNginx(UnaryOperator<Recipe> edit, String... found) {
        this.edit = edit;
        this.found = Set.of(found);
    }

    private static UnaryOperator<Recipe> with(String place, String value) {
        return recipe -> recipe.with(
                place,
                value.replace("BACKEND", "127.0.0.1:" + recipe.ports().backend())
                        .replace("SECRET", recipe.secret()));
    }

    private static UnaryOperator<Recipe> without(String line) {
        return with(line, "");
    }

    private static UnaryOperator<Recipe> location(String lines) {
        return with("location / {\n", "location / {\n" + lines + "\n");
    }

    private static UnaryOperator<Recipe> server(String lines) {
        return with("    # Everything else: with identity.\n", lines + "\n");
    }

    private static UnaryOperator<Recipe> cache(String key) {
        return recipe -> with("server {\n", "proxy_cache_path cache keys_zone=ag:1m; server {\n")
                .andThen(with(
                        "internal;",
                        "internal; proxy_cache ag; proxy_cache_valid 200 10m; proxy_cache_key \"" + key + "\";"))
                .apply(recipe);
    }
}
