package dev.pith.starter.runtime;

/** A problem that the user can fix: one line names the thing and the rule, another the cure. */
public final class RuntimeProblem extends RuntimeException {

    private final String problem;
    private final String cure;

    public RuntimeProblem(String problem, String cure) {
        super(problem + ". " + cure);
        this.problem = problem;
        this.cure = cure;
    }

    public RuntimeProblem(String problem, String cure, Throwable cause) {
        super(problem + ". " + cure, cause);
        this.problem = problem;
        this.cure = cure;
    }

    public String problem() {
        return problem;
    }

    public String cure() {
        return cure;
    }
}
