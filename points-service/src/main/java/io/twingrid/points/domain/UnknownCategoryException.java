package io.twingrid.points.domain;

/** A report's category is not in the catalogue, so nobody can say what it earns until the catalogue is mended. */
public final class UnknownCategoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCategoryException(String code) {
        super("category " + code + " is not in the catalogue");
    }
}
