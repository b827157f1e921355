package com.authgear.headers.spring.boot;

import com.authgear.headers.MissingFlags;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code authgear.headers.*}. One that states the trust is required: the shared secret or its file, the
 * trusted proxies, or that every peer is trusted.
 *
 * @param enabled Whether the Authgear headers are read. If not, they reach the application as any client sent them.
 * @param sharedSecret Secret of 32 bytes or more that the proxy sends beside the identity headers. The recommended trust.
 * @param previousSharedSecret Second secret that is believed while the secret is being changed.
 * @param sharedSecretFile File that holds one or two secrets separated by white space, instead of the two properties.
 * @param secretHeader Name of the header that carries the secret.
 * @param trustedProxies Addresses or CIDR ranges that the proxy connects from. With a secret, both must hold.
 * @param trustEveryPeer Whether to believe every request. Then any client that reaches the application can be any user.
 * @param trustRoles Whether to read the roles. Only where the proxy sets or removes that header on every request.
 * @param rolePrefix What stands before a role key in an authority.
 * @param missingFlags What to do with a valid session that lost one of its flags on the way.
 * @param refuseInvalidSessions Whether an invalid session is answered 401 on public paths too.
 * @param credentialTripwire Whether an identity on a request without any credential is refused. Turn it off where the proxy strips credentials.
 * @param clockSkew How far in the future the time of authentication may lie, for every rule about a login.
 * @param cacheControl Whether answers to a valid session are marked private and not to be stored, where the application says nothing about caching.
 * @param factors Authentication methods and the factor that each proves, in addition to the defaults; an empty value removes a default. Spring Security 7 only.
 * @param mdc Whether log lines of a request carry its user's id as authgear.user_id in SLF4J's MDC.
 * @param publicPaths Path patterns that need no identity, in the default security chain. A path written with dot segments, empty segments, parameters or needless escapes needs one all the same.
 * @param login Login of browsers. Without it, every request that needs a user and has none is answered 401.
 */
@ConfigurationProperties("authgear.headers")
public record AuthgearHeadersProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String sharedSecret,
        @Nullable String previousSharedSecret,
        @Nullable Path sharedSecretFile,
        @DefaultValue("x-proxy-secret") String secretHeader,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("false") boolean trustEveryPeer,
        @DefaultValue("false") boolean trustRoles,
        @DefaultValue("ROLE_") String rolePrefix,
        @DefaultValue("refuse") MissingFlags missingFlags,
        @DefaultValue("false") boolean refuseInvalidSessions,
        @DefaultValue("true") boolean credentialTripwire,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue("true") boolean cacheControl,
        @DefaultValue Map<String, String> factors,
        @DefaultValue("false") boolean mdc,
        @DefaultValue List<String> publicPaths,
        @Nullable Login login) {

    /**
     * Sends browsers to the login page of Authgear. The endpoint, the client's id and the base URL are required.
     *
     * @param endpoint Public origin of the Authgear project, such as https://auth.example.com.
     * @param clientId Id of this application at Authgear.
     * @param baseUrl Where browsers find this application, with its context path, such as https://www.example.com.
     * @param signingKey Key of 32 bytes or more for the cookies of logins that have begun, the same on all nodes. Needed only without a shared secret.
     */
    public record Login(
            @Nullable URI endpoint,
            @Nullable String clientId,
            @Nullable URI baseUrl,
            @Nullable String signingKey) {
        /** {@return where the login is, and no key} */
        @Override
        public String toString() {
            return "Login[endpoint=" + endpoint + ", clientId=" + clientId + ", baseUrl=" + baseUrl + "]";
        }
    }

    /** {@return whether the headers are read, and no secret} */
    @Override
    public String toString() {
        return "AuthgearHeadersProperties[enabled=" + enabled + "]";
    }
}
