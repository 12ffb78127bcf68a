package org.w3id.urbis.loader.publication;

/**
 * What a new revision changes.
 *
 * @param gained how many statements it has that the current one has not
 * @param lost   how many statements of the current one it has not
 */
public record Change(long gained, long lost) {

    /**
     * Says whether there is any change.
     *
     * @return true if nothing is gained and nothing lost
     */
    public boolean isNone() {
        return gained == 0 && lost == 0;
    }
}
