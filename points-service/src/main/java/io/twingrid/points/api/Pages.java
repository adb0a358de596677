package io.twingrid.points.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.points.domain.observer.Observer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The two pages that this service draws: the certificate (聘书), made for print, and what its QR code leads to. They load
 * nothing and run nothing; their one style sheet is named by its hash in {@link #POLICY}.
 */
final class Pages {
    static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final String STYLE = """
            @page{size:A4 landscape;margin:0}
            body{margin:0;font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif;color:#222}
            main{box-sizing:border-box;max-width:297mm;min-height:200mm;margin:0 auto;padding:24mm 28mm;border:6px double #b22;text-align:center;position:relative}
            h1{font-size:44pt;letter-spacing:.5em;margin:0 0 12mm .5em;color:#b22}
            p{font-size:18pt;line-height:2;text-align:left;text-indent:2em;margin:0}
            footer{display:flex;justify-content:space-between;align-items:flex-end;margin-top:12mm;text-align:left;font-size:12pt}
            svg{width:34mm;height:34mm}
            .card{max-width:28rem;margin:3rem auto;padding:2rem;border:1px solid #ccc;border-radius:8px;font-family:sans-serif}
            .card p{font-size:1rem;text-indent:0;line-height:1.8}
            .valid{color:#176b2c}
            .invalid{color:#b22}
            """;

    /** For the header Content-Security-Policy. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final String publicUrl;
    private final ZoneId zone;

    /** @param publicUrl where the town's pages are reached from outside, without a slash at its end */
    Pages(String publicUrl, ZoneId zone) {
        this.publicUrl = publicUrl;
        this.zone = zone;
    }

    /** The certificate of somebody who has a credential number. */
    String certificate(Observer observer, String credential) {
        String trade = observer.employer() == null ? "" : "(" + observer.employer() + ")";
        return page("聘书 " + credential, """
                <main><h1>聘书</h1>
                <p>兹聘请 <strong>%s</strong> 同志%s为城市治理观察员(民情前哨员)，协助村居开展隐患排查、环境治理、文明劝导和爱心服务。</p>
                <p>特发此证。</p>
                <footer><div>证号：%s<br>聘任日期：%s<br>扫码验证真伪</div>%s<div>灌口镇基层微治理分拣中心</div></footer></main>""".formatted(
                        text(observer.name()),
                        text(trade),
                        text(credential),
                        day(observer.appointedAt()),
                        Qr.svg(publicUrl + "/api/observers/verify/" + credential)));
    }

    /** What a stranger may know of a certificate: whether it holds, since when, and enough of the name to compare. */
    String verification(String credential, @Nullable Observer observer) {
        if (observer == null) {
            return card("查无此证", false, "证号：" + text(credential));
        }
        String state =
                switch (observer.state()) {
                    case ACTIVE -> "证件有效";
                    case SUSPENDED -> "证件已暂停使用";
                    case REVOKED, APPLIED, DECLINED -> "证件已失效";
                };
        return card(
                state,
                observer.isActive(),
                "证号：" + text(credential) + "<br>姓名：" + text(masked(observer.name())) + "<br>聘任日期："
                        + day(observer.appointedAt()));
    }

    /** The first character and as many stars as there are others. */
    static String masked(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    private static String card(String state, boolean valid, String lines) {
        return page(
                state,
                "<div class=\"card\"><h2 class=\"%s\">%s</h2><p>%s</p><p>灌口镇城市治理观察员</p></div>"
                        .formatted(valid ? "valid" : "invalid", state, lines));
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + text(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                + "</style></head><body>"
                + body + "</body></html>";
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : DAY.format(at.atZone(zone));
    }

    private static String text(String value) {
        return HtmlUtils.htmlEscape(value, "UTF-8");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
