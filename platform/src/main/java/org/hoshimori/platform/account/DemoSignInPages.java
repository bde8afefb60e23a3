package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Being somebody of the sample nation in one click. Exists in the demo only: elsewhere there is no
/// such class in the program's memory and no such path.
@Controller
@Profile("demo")
class DemoSignInPages {

    private final Accounts accounts;
    private final SignIns signIns;

    DemoSignInPages(Accounts accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    @PostMapping("/demo/sign-in")
    String signIn(
            @RequestParam UUID account,
            @RequestParam(defaultValue = "/") String continueTo,
            HttpServletRequest request,
            HttpServletResponse response) {
        var id = new AccountId(account);
        accounts.find(id).orElseThrow(NotFound::new);
        signIns.begin(id, SignIns.Way.DEMO, request, response);
        return "redirect:" + LocalPath.of(continueTo).value();
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    static class Open {

        @Bean
        OpenPaths demoSignInPaths() {
            return OpenPaths.of("/demo/sign-in");
        }
    }
}
