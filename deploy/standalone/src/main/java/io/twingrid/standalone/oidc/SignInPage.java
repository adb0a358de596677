package io.twingrid.standalone.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The page on which a person says who he is; one form, no script, its style in a file of its own. */
final class SignInPage extends HttpServlet {

    static final String PATH = "/sign-in";
    static final String STYLE = "/sign-in.css";
    static final String FAILED = "?error";
    static final String SLOW = "?slow";

    private static final long serialVersionUID = 1L;

    private final String page = text("/oidc-pages/sign-in.html");
    private final String style = text("/oidc-pages/sign-in.css");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding(UTF_8);
        if (request.getRequestURI().equals(STYLE)) {
            response.setContentType("text/css");
            response.getWriter().write(style);
            return;
        }
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        response.setContentType("text/html");
        response.getWriter()
                .write(page.replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken()))
                        .replace("{wrong}", request.getParameter("error") == null ? "hidden" : "")
                        .replace("{slow}", request.getParameter("slow") == null ? "hidden" : ""));
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(SignInPage.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
