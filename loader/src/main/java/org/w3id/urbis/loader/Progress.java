package org.w3id.urbis.loader;

/** Is told how far a load has got. Called by the thread that loads. */
@FunctionalInterface
public interface Progress {

    /** The steps of a load, in their order. */
    enum Step {
        /** Finding the sources. */
        FINDING,
        /** Reading files and mapping tables. */
        READING,
        /** Judging the candidate by the shapes. */
        CHECKING,
        /** Adding what follows. */
        INFERRING,
        /** Writing the revision. */
        PUBLISHING
    }

    /** Tells nobody. */
    Progress NONE = (step, detail) -> {};

    /**
     * Says that a step begins.
     *
     * @param step   the step
     * @param detail what it is about to do, in a few words
     */
    void begins(Step step, String detail);
}
