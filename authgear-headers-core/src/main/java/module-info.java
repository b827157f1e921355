/**
 * The {@code x-authgear-*} request headers as types, and the decision whether to believe them.
 *
 * <p>Start at {@link com.authgear.headers.AuthgearAuthenticator}. Needs nothing but {@code java.base} at run time.
 */
@org.jspecify.annotations.NullMarked
module com.authgear.headers {
    requires static transitive org.jspecify;

    exports com.authgear.headers;
}
