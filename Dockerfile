# Built with a JDK, run with a JRE.
FROM eclipse-temurin:17.0.19_10-jdk AS build
WORKDIR /src
COPY . .
# Modules stand in the reactor, libraries where the file classpath says.
RUN ./mvnw -q -B -Dquick -Dmaven.test.skip=true -pl workflows,activities,starter package \
    && mkdir -p /opt/pith/lib \
    && tr ':' '\n' <starter/target/classpath | grep -v '/pith-[a-z]*-[^/]*\.jar$' | xargs -I JAR cp JAR /opt/pith/lib/ \
    && cp workflows/target/pith-workflows-*.jar activities/target/pith-activities-*.jar \
       starter/target/pith-starter-*.jar /opt/pith/lib/ \
    && chmod -R a+rX /opt/pith

FROM eclipse-temurin:17.0.19_10-jre
# A volume over the memory folder takes its owner from here.
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/pith pith \
    && install -d -o pith -g pith /var/lib/pith /var/lib/pith/memory
COPY --from=build /opt/pith /opt/pith
ENV PITH_HOME=/var/lib/pith LC_ALL=C.UTF-8
WORKDIR /var/lib/pith
USER pith
ENTRYPOINT ["java", "-Duser.home=/var/lib/pith", "-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8", "-cp", "/opt/pith/lib/*", "dev.pith.starter.cli.Pith"]
CMD ["worker"]
