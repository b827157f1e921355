package com.authgear.headers.bootsuite;

import com.authgear.headers.spring.stepup.RequireAmr;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Controllers with inherited handler methods, with and without a rule on the type. */
final class CrudControllers {
    private CrudControllers() {}

    @RestController
    @RequestMapping("/crud")
    @RequireRecentLogin(maxAge = "5m")
    static class Ruled extends Base<String> implements Listing, Finding {
        Ruled(VaultService vault, RootedService rooted) {
            super(vault, rooted);
        }

        @Override
        public String generic(String it) {
            return "done";
        }

        @Override
        public String asked() {
            return "done";
        }

        @GetMapping("/own")
        String own() {
            return "done";
        }
    }

    @RestController
    @RequestMapping("/open")
    static class Open extends Base<String> implements Listing, Finding {
        Open(VaultService vault, RootedService rooted) {
            super(vault, rooted);
        }

        @Override
        public String generic(String it) {
            return "done";
        }

        @Override
        public String asked() {
            return "done";
        }

        @GetMapping("/own")
        String own() {
            return "done";
        }
    }

    /** The rule and the mappings stand on an interface. */
    @RequireRecentLogin(maxAge = "5m")
    interface RuledInterface {
        @GetMapping("/ruled/asked")
        String asked();

        @GetMapping("/ruled/default")
        default String byDefault() {
            return "done";
        }
    }

    @RestController
    static class ByInterface implements RuledInterface {
        @Override
        public String asked() {
            return "done";
        }

        @GetMapping("/ruled/own")
        String own() {
            return "done";
        }
    }

    /** The rules of type and method both apply. */
    @RestController
    @Sensitive
    static class Both {
        @GetMapping("/both/type")
        String type() {
            return "done";
        }

        @GetMapping("/both/method")
        @RequireAmr("mfa")
        String method() {
            return "done";
        }

        @GetMapping("/both/later")
        @RequireRecentLogin(maxAge = "1d")
        String later() {
            return "done";
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @RequireRecentLogin(maxAge = "5m")
    @interface Sensitive {}

    abstract static class Base<T> {
        private final VaultService vault;
        private final RootedService rooted;

        Base(VaultService vault, RootedService rooted) {
            this.vault = vault;
            this.rooted = rooted;
        }

        @GetMapping("/inherited")
        public String inherited() {
            return "done";
        }

        @GetMapping("/protected")
        protected String inheritedProtected() {
            return "done";
        }

        @GetMapping("/package")
        String inheritedPackage() {
            return "done";
        }

        @GetMapping("/variable")
        public T variable(@RequestParam(name = "it", required = false) T it) {
            return it;
        }

        @GetMapping("/generic")
        public abstract String generic(T it);

        @GetMapping("/service")
        public String service() {
            return vault.inherited();
        }

        @GetMapping("/rooted")
        public String rooted() {
            return rooted.inherited();
        }
    }

    interface Listing {
        @GetMapping("/default")
        default String list() {
            return "done";
        }
    }

    interface Finding {
        @GetMapping("/asked")
        String asked();
    }

    abstract static class BaseService {
        public String inherited() {
            return "done";
        }
    }

    @RequireRecentLogin(maxAge = "5m")
    static class VaultService extends BaseService {}

    @RequireRecentLogin(maxAge = "5m")
    abstract static class Root extends BaseService {}

    static class RootedService extends Root {}

    /** Handlers that are not methods. */
    @Configuration(proxyBeanMethods = false)
    static class StubRoutes {
        @Bean
        VaultService vaultService() {
            return new VaultService();
        }

        @Bean
        RootedService rootedService() {
            return new RootedService();
        }

        @Bean
        RouterFunction<ServerResponse> routes(VaultService vault) {
            return RouterFunctions.route()
                    .GET("/routed", request -> ServerResponse.ok().body(vault.inherited()))
                    .build();
        }
    }
}
