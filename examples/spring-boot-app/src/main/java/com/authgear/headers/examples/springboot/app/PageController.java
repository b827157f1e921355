package com.authgear.headers.examples.springboot.app;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of a person with a browser. */
@Controller
class PageController {
    private final Notes notes;

    PageController(Notes notes) {
        this.notes = notes;
    }

    @GetMapping("/")
    String start(@AuthenticationPrincipal Optional<AuthgearPrincipal> user, Model model) {
        user.ifPresent(known -> model.addAttribute("user", known));
        return "start";
    }

    @GetMapping("/account")
    String account(@AuthenticationPrincipal AuthgearPrincipal user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("notes", notes.of(user));
        return "account";
    }

    @GetMapping("/transfer")
    String transferForm() {
        return "transfer";
    }

    @PostMapping("/transfer")
    @RequireRecentLogin(maxAge = "5m")
    String transfer(@RequestParam int amount, Model model) {
        model.addAttribute("amount", amount);
        return "transfer";
    }
}
