package io.twingrid.standalone;

/** What listens on a port of its own, with the environment variable that moves it. */
enum Part {
    GATEWAY("gateway", "GATEWAY_PORT", 8080),
    REPORT_INTAKE("report-intake", "REPORT_INTAKE_PORT", 8081),
    TRIAGE("triage-service", "TRIAGE_SERVICE_PORT", 8082),
    ESCALATION("escalation-service", "ESCALATION_SERVICE_PORT", 8083),
    POINTS("points-service", "POINTS_SERVICE_PORT", 8084),
    NOTIFICATION("notification-service", "NOTIFICATION_SERVICE_PORT", 8085),
    OIDC("oidc-provider", "OIDC_PORT", 9000),
    BROKER("broker", "KAFKA_PORT", 9092),
    STORE("store", "MONGODB_PORT", 27017);

    private final String title;
    private final String variable;
    private final int usualPort;

    Part(String title, String variable, int usualPort) {
        this.title = title;
        this.variable = variable;
        this.usualPort = usualPort;
    }

    String title() {
        return title;
    }

    /** The environment variable that holds its port. */
    String variable() {
        return variable;
    }

    /** The environment variable in which the gateway is told where a service is. */
    String urlVariable() {
        return variable.replace("_PORT", "_URL");
    }

    int usualPort() {
        return usualPort;
    }
}
