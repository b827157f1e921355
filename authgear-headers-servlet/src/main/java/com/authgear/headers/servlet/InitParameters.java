package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.MissingFlags;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads the filter's options from the init-params of {@code web.xml}. An unknown or malformed one stops the start. */
final class InitParameters {
    private final String filterName;
    private final Map<String, String> unread = new HashMap<>();

    InitParameters(FilterConfig config) {
        filterName = config.getFilterName();
        config.getInitParameterNames()
                .asIterator()
                .forEachRemaining(name -> unread.put(name, config.getInitParameter(name)));
    }

    AuthgearHeadersFilter.Builder builder() throws ServletException {
        try {
            AuthgearHeadersFilter.Builder builder = AuthgearHeadersFilter.builder(new TrustParameters(this).trust());
            builder.parser(this::readParser);
            readFilter(builder);
            refuseUnread();
            return builder;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ServletException("AuthgearHeadersFilter \"" + filterName + "\": " + e.getMessage(), e);
        }
    }

    /** Passes a parameter to an option, if it is set. */
    void read(String name, Consumer<String> option) {
        String value = unread.remove(name);
        if (value != null) {
            option.accept(value.strip());
        }
    }

    void readBoolean(String name, Consumer<Boolean> option) {
        read(name, value -> option.accept(bool(name, value)));
    }

    /** For options that can only be turned on. */
    void readSwitch(String name, Runnable on) {
        readBoolean(name, value -> {
            if (value) {
                on.run();
            }
        });
    }

    /** Splits a list at its commas. An empty member is refused, since in a list of paths it would mean the root. */
    static String[] list(String name, String value) {
        String[] members = value.split(",", -1);
        for (int i = 0; i < members.length; i++) {
            members[i] = members[i].strip();
            if (members[i].isEmpty()) {
                throw new IllegalArgumentException("init-param " + name + " has an empty member between its commas");
            }
        }
        return members;
    }

    private void readFilter(AuthgearHeadersFilter.Builder builder) {
        readBoolean("credentialTripwire", builder::credentialTripwire);
        if (unread.containsKey("optional") && unread.containsKey("publicPaths")) {
            throw new IllegalArgumentException("init-params optional and publicPaths exclude each other");
        }
        readSwitch("optional", builder::optional);
        read("publicPaths", paths -> builder.publicPaths(paths("publicPaths", paths)));
        readBoolean("refuseInvalidSessions", builder::refuseInvalidSessions);
        readBoolean("allowPreflight", builder::allowPreflight);
        readBoolean("cacheControl", builder::cacheControl);
        readLogin(builder);
    }

    private void readLogin(AuthgearHeadersFilter.Builder builder) {
        List<String> required = List.of("loginEndpoint", "loginClientId", "loginBaseUrl");
        if (required.stream().noneMatch(unread::containsKey)) {
            return;
        }
        String[] values = required.stream().map(this::required).toArray(String[]::new);
        AuthgearLogin.Builder login = AuthgearLogin.builder(URI.create(values[0]), values[1], URI.create(values[2]));
        read("loginSigningKeyEnvironment", variable -> login.signingKeyEnvironment(variable));
        readBoolean("logoutByGet", login::logoutByGet);
        builder.login(login.build());
    }

    private String required(String name) {
        String value = unread.remove(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "a login needs the init-params loginEndpoint, loginClientId and loginBaseUrl; " + name
                            + " is missing");
        }
        return value.strip();
    }

    private void readParser(AuthgearHeaderParser.Builder parser) {
        readBoolean("trustRoles", parser::trustRoles);
        read("missingFlags", value -> parser.missingFlags(missingFlags(value)));
        read("clockSkew", parser::clockSkew);
    }

    /** The empty pattern, for the root of the context, is written "" in init-params. */
    static String[] paths(String name, String value) {
        String[] paths = list(name, value);
        Arrays.asList(paths).replaceAll(path -> path.equals("\"\"") ? "" : path);
        return paths;
    }

    private void refuseUnread() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no init-param " + String.join(", ", new TreeSet<>(unread.keySet()))
                            + "; the Javadoc of AuthgearHeadersFilter.init lists those there are");
        }
    }

    private static boolean bool(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("init-param " + name + " must be true or false");
        };
    }

    private static MissingFlags missingFlags(String value) {
        try {
            return MissingFlags.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("init-param missingFlags must be refuse or least-privilege", e);
        }
    }
}
