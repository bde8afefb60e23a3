package org.hoshimori.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/// The statements that one request sends to the database, counted where they leave for it.
public final class Statements {

    private static final String HEADER = "X-Statements";
    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();
    private static final Map<String, CompletableFuture<List<String>>> ASKED =
            new ConcurrentHashMap<>();

    private Statements() {}

    /// What a request sent.
    ///
    /// @param sql in the order sent
    public record Counted(HttpResponse<String> response, List<String> sql) {}

    public static Counted of(Visit visit, HttpRequest.Builder request) {
        String number = UUID.randomUUID().toString();
        var asked = new CompletableFuture<List<String>>();
        ASKED.put(number, asked);
        try {
            HttpResponse<String> response = visit.send(request.header(HEADER, number));
            // The session is saved after the page has left.
            return new Counted(response, asked.orTimeout(10, TimeUnit.SECONDS).join());
        } finally {
            ASKED.remove(number);
        }
    }

    /// Outside every other filter, so that the session's statements count too.
    static final class Requests extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var asked = ASKED.get(Objects.requireNonNullElse(request.getHeader(HEADER), ""));
            if (asked == null) {
                chain.doFilter(request, response);
                return;
            }
            List<String> sent = new ArrayList<>();
            SENT.set(sent);
            try {
                chain.doFilter(request, response);
            } finally {
                SENT.remove();
                asked.complete(sent);
            }
        }
    }

    /// Looks at every connection that is handed out.
    static final class Database implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof DataSource)) {
                return bean;
            }
            var counted = new ProxyFactory(bean);
            counted.setProxyTargetClass(true);
            counted.addAdvice(
                    (MethodInterceptor)
                            call -> {
                                Object given = call.proceed();
                                return given instanceof Connection connection
                                        ? counted(connection)
                                        : given;
                            });
            return counted.getProxy();
        }

        private static Connection counted(Connection connection) {
            InvocationHandler watching =
                    (_, method, arguments) -> {
                        List<String> sent = SENT.get();
                        if (sent != null && method.getName().equals("prepareStatement")) {
                            sent.add(String.valueOf(arguments[0]).strip());
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    };
            return (Connection)
                    Proxy.newProxyInstance(
                            Statements.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            watching);
        }
    }
}
