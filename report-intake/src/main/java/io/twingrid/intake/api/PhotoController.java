package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.PhotoDesk;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.Photo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/photos")
@Tag(name = "Photos", description = "Uploaded first, then named in a report")
class PhotoController {
    private final PhotoDesk desk;

    PhotoController(PhotoDesk desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            operationId = "uploadPhoto",
            summary = "Upload a photo",
            description = "JPEG, PNG or WebP, at most 10 MB; also as multipart/form-data in a part named photo. What is"
                    + " kept is encoded anew and has no metadata. Place and time that the camera wrote into the file are"
                    + " answered for the reporter to use, and not kept.")
    @ApiResponse(responseCode = "201", description = "Kept; name its id in a report")
    @ApiResponse(
            responseCode = "400",
            description = "Not a whole picture of a kind that can be read; the message says why",
            content = {})
    @ApiResponse(
            responseCode = "413",
            description = "The file is too large",
            content = {})
    @ApiResponse(
            responseCode = "503",
            description = "Too many at once; again after Retry-After seconds",
            content = {})
    Mono<ResponseEntity<PhotoReceipt>> upload(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "image/*",
                                            schema = @Schema(type = "string", format = "binary")))
                    @RequestBody
                    Flux<DataBuffer> body,
            Caller caller) {
        return taken(body, caller);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<PhotoReceipt>> uploadForm(@RequestPart("photo") FilePart photo, Caller caller) {
        return taken(photo.content(), caller);
    }

    private Mono<ResponseEntity<PhotoReceipt>> taken(Flux<DataBuffer> body, Caller caller) {
        return desk.take(body, Objects.requireNonNullElse(caller.id(), "")).map(received -> {
            Photo photo = received.photo();
            return ResponseEntity.created(URI.create("/api/photos/" + photo.id()))
                    .body(new PhotoReceipt(
                            photo.id(),
                            photo.width(),
                            photo.height(),
                            received.developed().place(),
                            received.developed().takenAt()));
        });
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "readPhoto",
            summary = "A photo",
            description = "Whoever may see the report may see its photos; before it is in a report, its sender alone.")
    @ApiResponse(
            responseCode = "200",
            description = "JPEG",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "400",
            description = "There is no such size",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "There is no such photo, or not for this caller",
            content = {})
    Mono<ResponseEntity<Flux<ByteBuffer>>> read(
            @PathVariable String id, @RequestParam(defaultValue = "LARGE") Photo.Size size, Caller caller) {
        return desk.see(id, size, caller).map(picture -> ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                // Asked again each time: what is hidden must not live on in caches.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(picture.bytes()));
    }

    /**
     * A photo that was taken in.
     *
     * @param place where the camera says it was, or null
     * @param takenAt when the camera says it was, or null
     */
    record PhotoReceipt(
            String id,
            int width,
            int height,
            @Nullable Location place,
            @Nullable Instant takenAt) {}
}
