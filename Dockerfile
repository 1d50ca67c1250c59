# The program as an image: built by its own launcher, so that it is the same as on a developer's machine.
FROM eclipse-temurin:17-jdk
WORKDIR /pith
COPY . .
RUN ./pith --version
ENTRYPOINT ["./pith"]
