package io.twingrid.escalation.domain.forward;

/** Something was not delivered or not answered; the message is a sentence for staff and holds no secret. */
public final class CarrierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CarrierException(String message) {
        super(message);
    }

    public CarrierException(String message, Throwable cause) {
        super(message, cause);
    }
}
