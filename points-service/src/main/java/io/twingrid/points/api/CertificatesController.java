package io.twingrid.points.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.points.PointsSettings;
import io.twingrid.points.domain.observer.Observers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Certificates (聘书) as pages: one to print, one that says to anybody whether a certificate holds. */
@RestController
@RequestMapping("/api/observers")
@Tag(name = "Certificates")
@ApiResponse(responseCode = "200")
class CertificatesController {
    private final Observers observers;
    private final Pages pages;

    CertificatesController(Observers observers, PointsSettings settings) {
        this.observers = observers;
        this.pages = new Pages(settings.publicUrl(), settings.issuer(), settings.zone());
    }

    @GetMapping(path = "/{observerId}/certificate", produces = Pages.MEDIA_TYPE)
    @Operation(summary = "The certificate, made for print, in Chinese, with a QR code that leads to its verification")
    @Answers.Personal
    @Answers.Missing
    Mono<ResponseEntity<String>> certificate(@PathVariable String observerId) {
        return observers
                .find(observerId)
                .flatMap(observer -> Mono.justOrEmpty(observer.credential())
                        .filter(credential -> observer.isActive())
                        .map(credential -> page(pages.certificate(observer, credential))))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("certificate").asException()));
    }

    @GetMapping(path = "/verify/{credential}", produces = Pages.MEDIA_TYPE)
    @Operation(summary = "Whether a certificate holds; for anybody. The name is shown by its first character.")
    Mono<ResponseEntity<String>> verify(@PathVariable String credential) {
        return observers
                .ofCredential(credential)
                .map(observer -> page(pages.verification(credential, observer)))
                .switchIfEmpty(Mono.fromSupplier(() -> page(pages.verification(credential, null))));
    }

    private static ResponseEntity<String> page(String html) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Pages.MEDIA_TYPE))
                .header("Content-Security-Policy", Pages.POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
