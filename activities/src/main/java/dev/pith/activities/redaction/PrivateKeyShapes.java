package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.Alphabet.BASE64;
import static dev.pith.activities.redaction.Alphabet.UPPER_OR_DIGIT;
import static dev.pith.activities.redaction.Shape.token;

import java.util.ArrayList;
import java.util.List;

/** Private keys outside a block: age keys, and PEM blocks encoded again as base64. */
final class PrivateKeyShapes {

    private PrivateKeyShapes() {}

    static List<Shape> all() {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape(SecretKind.PRIVATE_KEY, "AGE-SECRET-KEY-1", UPPER_OR_DIGIT, 40, Integer.MAX_VALUE));
        for (String kind : List.of("QUklWQVRF", "SU0Eg", "FQyBQ", "PUEVOU1NI", "FTkNSWVBURUQg")) {
            // Base64 of "-----BEGIN " followed by PRIVATE, RSA, EC P, OPENSSH, ENCRYPTED.
            shapes.add(new Shape(SecretKind.PRIVATE_KEY, "LS0tLS1CRUdJTiB" + kind, BASE64, 40, Integer.MAX_VALUE));
        }
        shapes.add(token(
                "eyJhdXRocyI6", BASE64, 40)); // Docker's configuration as base64, as a Kubernetes secret holds it.
        return shapes;
    }
}
