# Sourced by deploy/run and deploy/demo: goes to the project's folder, finds a JDK, builds what is missing, and names the
# class path.

# What the caller named from where he stands must mean the same from there.
for folder in TWINGRID_DATA TWINGRID_TOWN TWINGRID_SAMPLES; do
    case "${!folder:-/}" in
        /*) ;;
        *) export "$folder=$PWD/${!folder}" ;;
    esac
done
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

standalone=deploy/standalone/target

fail() {
    echo "$1" >&2
    exit 1
}

# The feature number of a JDK's folder (25), or nothing.
java_number() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets java_home to the JDK of JAVA_HOME or of the path when it is new enough, else to the newest in the usual places.
find_java() {
    local candidate number best=0
    java_home=
    for candidate in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v java || true)")")")"; do
        number=$(java_number "$candidate" || true)
        if [ "${number:-0}" -ge 21 ]; then
            java_home=$candidate java_version=$number
            return
        fi
    done
    for candidate in /usr/lib/jvm/* /opt/java/* /opt/jdk* ~/.sdkman/candidates/java/* ~/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        number=$(java_number "$candidate" || true)
        if [ "${number:-0}" -ge 21 ] && [ "$number" -gt "$best" ]; then
            java_home=$candidate java_version=$number best=$number
        fi
    done
    [ -n "$java_home" ] || fail "TwinGrid needs a JDK 21 or newer and found none: install one, or set JAVA_HOME to it."
}

# Builds when there is no build, or something that goes into it is newer.
build_what_is_missing() {
    if [ ! -e $standalone/built ] || [ -n "$(newer_sources)" ]; then
        build
    fi
}

build() {
    command -v mvn >/dev/null || fail "TwinGrid builds with Maven and found none: install Maven 3.8 or newer."
    echo "Building what is missing (a few minutes the first time) …"
    mvn -q -B -Dstyle.color=never -pl deploy/standalone -am package -Dmaven.test.skip=true -Dspotless.check.skip=true ||
        fail "The build failed; what Maven says is above."
    touch $standalone/built
}

newer_sources() {
    find pom.xml chassis deploy report-intake triage-service escalation-service points-service notification-service \
        \( -name target -o -path '*/src/test' \) -prune -o \
        -type f \( -name pom.xml -o -path '*/src/main/*' \) -newer $standalone/built -print -quit
}

class_path() {
    echo "$standalone/classes:$(cat $standalone/classpath)"
}
