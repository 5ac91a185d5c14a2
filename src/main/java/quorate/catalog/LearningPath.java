package quorate.catalog;

import java.util.List;
import quorate.source.Location;

/**
 * Entries in the order in which they teach something.
 *
 * @param forWhom who should take it
 * @param afterwards what the reader can do then
 */
public record LearningPath(
        String id,
        Location at,
        String body,
        String name,
        String forWhom,
        String afterwards,
        List<Step> steps,
        List<Exercise> exercises,
        List<Reference> references)
        implements Entry {

    public LearningPath {
        steps = Absent.list(steps);
        exercises = Absent.list(exercises);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.PATH;
    }

    @Override
    public String summary() {
        return afterwards;
    }

    /**
     * One thing to read.
     *
     * @param read what, as {@code kind:id}
     * @param why now
     * @param lookFor what to take from it
     */
    public record Step(String read, String why, String lookFor) {

        public String kind() {
            return read.substring(0, read.indexOf(':'));
        }

        public String target() {
            return read.substring(read.indexOf(':') + 1);
        }
    }

    /**
     * A task on a project that is reviewed on the same site.
     *
     * @param page of the project: project, matrix, failures, questions, findings, or step-1 to step-6
     */
    public record Exercise(String project, String page, String task) {}
}
