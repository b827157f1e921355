/** Spring Security adapter and Spring Boot auto-configuration of the Authgear headers: under construction, empty. */
@org.jspecify.annotations.NullMarked
module com.authgear.headers.spring {
    requires transitive com.authgear.headers.servlet;
    requires static org.jspecify;
}
