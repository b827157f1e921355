package com.authgear.headers.defences;

import java.util.List;

/** The upgrades that the files for proxies forward. */
final class RecipeDefences {
    private static final SourceFile NGINX = SourceFile.recipe("proxies/nginx/authgear-protect.conf");
    private static final SourceFile OPEN_NGINX = SourceFile.recipe("proxies/nginx/authgear-strip.conf");
    private static final SourceFile CADDY = SourceFile.recipe("proxies/caddy/Caddyfile");
    private static final SourceFile HAPROXY = SourceFile.recipe("proxies/haproxy/haproxy.cfg");

    static final List<Defence> ALL = List.of(
            NGINX.defence("NGINX writes Upgrade", "Upgrade           $ag_upgrade;", "Upgrade $http_upgrade;"),
            NGINX.defence(
                    "NGINX writes Connection", "Connection        $ag_connection;", "Connection $http_connection;"),
            NGINX.defence("NGINX removes the settings of HTTP/2", "HTTP2-Settings    \"\";", "X-Nothing \"\";"),
            OPEN_NGINX.defence(
                    "NGINX removes Upgrade on open paths", "Upgrade           \"\";", "Upgrade $http_upgrade;"),
            CADDY.defence("Caddy writes Upgrade", "request_header @authgear_websocket Upgrade websocket", ""),
            CADDY.defence("Caddy writes Connection", "request_header @authgear_websocket Connection Upgrade", ""),
            CADDY.defence("Caddy removes the settings of HTTP/2", "request_header -HTTP2-Settings", ""),
            HAPROXY.defence("HAProxy writes Upgrade", "http-request set-header upgrade websocket if websocket", ""),
            HAPROXY.defence("HAProxy removes other upgrades", "http-request del-header upgrade unless websocket", ""),
            HAPROXY.defence("HAProxy writes Connection", "http-request del-header connection", ""),
            HAPROXY.defence("HAProxy removes the settings of HTTP/2", "http-request del-header http2-settings", ""));

    private RecipeDefences() {}
}
