/**
 * A Jakarta Servlet filter that turns the {@code x-authgear-*} headers of a request into its principal and answers 401
 * where there is none.
 *
 * <p>Start at {@link com.authgear.headers.servlet.AuthgearHeadersFilter}.
 */
@org.jspecify.annotations.NullMarked
module com.authgear.headers.servlet {
    requires transitive com.authgear.headers;
    // Static: on some containers the API stands in a module of another name.
    requires static transitive jakarta.servlet;
    requires static transitive org.jspecify;

    exports com.authgear.headers.servlet;
}
