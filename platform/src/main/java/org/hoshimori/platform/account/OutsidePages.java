package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way to the outside provider, remembering where to go after it.
@Controller
@ConditionalOnProperty("hoshimori.oidc.issuer")
class OutsidePages {

    @GetMapping("/sign-in/outside")
    String go(HttpServletRequest request, @RequestParam(defaultValue = "/") String continueTo) {
        request.getSession().setAttribute(OutsideSignIn.THEN, LocalPath.of(continueTo).value());
        return "redirect:" + OutsideSignIn.GO + "/provider";
    }
}
