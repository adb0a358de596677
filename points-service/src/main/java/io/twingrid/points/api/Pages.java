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
            *{box-sizing:border-box}
            body{margin:0;color:#222;font-family:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;\
            -webkit-print-color-adjust:exact;print-color-adjust:exact}
            .sheet{width:297mm;height:209mm;margin:0 auto;padding:9mm}
            .frame{height:100%;border:2.5mm solid #b01e23;outline:.5mm solid #b01e23;outline-offset:-4.5mm;background:#fffdf6;\
            padding:17mm 30mm 16mm;display:flex;flex-direction:column}
            h1{margin:0;font-size:54pt;line-height:1.2;letter-spacing:.6em;text-indent:.6em;text-align:center;color:#b01e23}
            .text{flex:1;display:flex;flex-direction:column;justify-content:center}
            .text p{margin:0;font-size:21pt;line-height:2;text-indent:2em;text-align:justify}
            strong{padding:0 .2em;border-bottom:.3mm solid #222}
            footer{display:flex;justify-content:space-between;align-items:flex-end;font-size:14pt;line-height:1.8}
            .check{display:flex;align-items:flex-end;gap:5mm;font-size:12pt}
            .check svg{width:34mm;height:34mm}
            .issuer{text-align:center}
            .card{max-width:26rem;margin:3rem auto;padding:2rem;border:1px solid #d8d8d8;border-top:.4rem solid;border-radius:.5rem;\
            font-family:system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif}
            .card h1{font-size:1.6rem;letter-spacing:0;text-indent:0;text-align:left;color:inherit}
            .card dl{display:grid;align-items:baseline;grid-template-columns:auto 1fr;gap:.5rem 1rem;margin:1.5rem 0 0;color:#222}
            .card dt{color:#666}
            .card dd{margin:0;overflow-wrap:anywhere}
            .valid{border-top-color:#176b2c;color:#176b2c}
            .invalid{border-top-color:#b01e23;color:#b01e23}
            @media screen{body{background:#eee}.sheet,.card{background:#fff}}
            @media screen and (max-width:32rem){.card{margin:1rem}}
            """;

    /** For the header Content-Security-Policy. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final String publicUrl;
    private final String issuer;
    private final ZoneId zone;

    /**
     * @param publicUrl where the town's pages are reached from outside, without a slash at its end
     * @param issuer who appoints observers, as it stands on certificates
     */
    Pages(String publicUrl, String issuer, ZoneId zone) {
        this.publicUrl = publicUrl;
        this.issuer = issuer;
        this.zone = zone;
    }

    /** The certificate of somebody who has a credential number. */
    String certificate(Observer observer, String credential) {
        String employer = observer.employer() == null ? "" : observer.employer();
        return page("聘书 " + credential, """
                <main class="sheet"><div class="frame"><h1>聘书</h1>
                <div class="text"><p>兹聘请%s<strong>%s</strong>同志为城市治理观察员（民情前哨员），在日常工作中协助村居开展隐患排查、\
                环境治理、文明劝导和爱心服务。</p><p>特发此证。</p></div>
                <footer><div class="check">%s<div>扫码验证真伪<br>证号：%s</div></div>\
                <div class="issuer">%s<br>%s</div></footer></div></main>""".formatted(
                        text(employer),
                        text(observer.name()),
                        Qr.svg(publicUrl + "/api/observers/verify/" + credential),
                        text(credential),
                        text(issuer),
                        day(observer.appointedAt())));
    }

    /** What a stranger may know of a certificate: whether it holds, since when, and enough of the name to compare. */
    String verification(String credential, @Nullable Observer observer) {
        if (observer == null) {
            return card("查无此证", false, line("证号", credential));
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
                line("证号", credential)
                        + line("姓名", masked(observer.name()))
                        + line("聘任日期", day(observer.appointedAt()))
                        + line("聘任单位", issuer));
    }

    /** The first character and as many stars as there are others. */
    static String masked(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
    }

    private static String card(String state, boolean valid, String lines) {
        return page(
                state,
                "<main class=\"card %s\"><h1>%s</h1><dl>%s</dl></main>"
                        .formatted(valid ? "valid" : "invalid", state, lines));
    }

    private static String line(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + text(value) + "</dd>";
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
