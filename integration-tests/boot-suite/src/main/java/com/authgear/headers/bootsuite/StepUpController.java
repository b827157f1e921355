package com.authgear.headers.bootsuite;

import com.authgear.headers.spring.stepup.RequireAmr;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.Callable;
import org.springframework.core.annotation.AliasFor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Methods and types that ask for a recent login or a factor. */
@RestController
class StepUpController {
    private final Vault vault;

    StepUpController(Vault vault) {
        this.vault = vault;
    }

    @RequestMapping({"/transfer", "/public/transfer"})
    @RequireRecentLogin(maxAge = "5m")
    String transfer() {
        return "done";
    }

    @GetMapping("/factor")
    @RequireAmr("mfa")
    String factor() {
        return "done";
    }

    @GetMapping("/both")
    @RequireRecentLogin(maxAge = "PT5M")
    @RequireAmr({"mfa", "otp"})
    String both() {
        return "done";
    }

    @GetMapping("/meta")
    @Sensitive
    String meta() {
        return "done";
    }

    @GetMapping("/meta-minute")
    @Sensitive(within = "1m")
    String metaMinute() {
        return "done";
    }

    @GetMapping("/manager-transfer")
    @PreAuthorize("hasRole('manager')")
    @RequireRecentLogin(maxAge = "5m")
    String managerTransfer() {
        return "done";
    }

    @GetMapping("/nested")
    String nested() {
        return vault.open();
    }

    @GetMapping("/nested-closed")
    String nestedClosed() {
        return vault.openAtOnce();
    }

    @GetMapping("/nested-later")
    Callable<String> nestedLater() {
        return vault::open;
    }

    @GetMapping("/nested-wrapped")
    String nestedWrapped() {
        try {
            return vault.open();
        } catch (RuntimeException denied) {
            throw new IllegalStateException("no vault", denied);
        }
    }

    /** A composed annotation, as an application writes it. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @RequireRecentLogin(maxAge = "")
    @interface Sensitive {
        @AliasFor(annotation = RequireRecentLogin.class, attribute = "maxAge")
        String within() default "5m";
    }

    /** Every method requires a recent login, and one requires more. */
    @Service
    @RequireRecentLogin(maxAge = "1h")
    static class Vault {
        String open() {
            return "open";
        }

        @RequireRecentLogin(maxAge = "1m")
        String openAtOnce() {
            return "open";
        }
    }
}
