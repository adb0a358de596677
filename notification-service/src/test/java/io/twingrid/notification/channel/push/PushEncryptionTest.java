package io.twingrid.notification.channel.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are encrypted as RFC 8291 says. */
class PushEncryptionTest {
    private static final String SERVER_PUBLIC =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String BROWSER_PUBLIC =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void theExampleOfTheRfcIsEncryptedAsThere() {
        ECKey server = new ECKey.Builder(Points.key(SERVER_PUBLIC))
                .d(new Base64URL("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
                .build();

        byte[] message = PushEncryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(UTF_8),
                Points.key(BROWSER_PUBLIC),
                new Base64URL(AUTH).decode(),
                server,
                new Base64URL("DGv6ra1nlYgDCS1FRnbzlw").decode());

        assertThat(Base64URL.encode(message))
                .hasToString("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void aPointIsWrittenAsItWasRead() {
        ECKey key = Points.key(BROWSER_PUBLIC);

        assertThat(key.getCurve()).isEqualTo(Curve.P_256);
        assertThat(Points.text(key)).isEqualTo(BROWSER_PUBLIC);
        assertThat(BrowserKeys.isKey(BROWSER_PUBLIC)).isTrue();
        assertThat(BrowserKeys.isAuth(AUTH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not base64url!",
                "BCVxsr7N",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8",
                "AyVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
            })
    void whatIsNoPointOnTheCurveIsNoKey(String key) {
        assertThat(BrowserKeys.isKey(key)).isFalse();
        assertThat(BrowserKeys.isAuth(key)).isFalse();
    }
}
