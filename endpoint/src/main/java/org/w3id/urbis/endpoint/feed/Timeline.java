package org.w3id.urbis.endpoint.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.w3id.urbis.loader.publication.ChangeSet;
import org.w3id.urbis.loader.publication.ThingChange;

/**
 * All that became of things, one after the other, each with its place from 0.
 *
 * @param sets the change sets, oldest first
 */
record Timeline(List<ChangeSet> sets) {

    /** Copies the list. */
    Timeline {
        sets = List.copyOf(sets);
    }

    /**
     * One event.
     *
     * @param place its place
     * @param thing what became of which thing
     * @param set   the change set that it belongs to
     */
    record Event(long place, ThingChange thing, ChangeSet set) {}

    /** Equal wherever the same is told, whatever directory it lies in. */
    String mark() {
        return sets.stream()
                .map(set -> set.sequence() + " " + set.revision() + " " + set.moment())
                .collect(Collectors.joining("\n"));
    }

    /** How many events there are. */
    long size() {
        return sets.stream().mapToLong(ChangeSet::size).sum();
    }

    /** Where the events begin that came after a revision was current for the last time; empty if it never was. */
    OptionalLong after(long revision) {
        OptionalLong place = OptionalLong.empty();
        long end = 0;
        for (ChangeSet set : sets) {
            end += set.size();
            place = set.revision() == revision ? OptionalLong.of(end) : place;
        }
        return place;
    }

    /** Where the events begin that are not earlier than a moment. */
    long from(Instant moment) {
        return sets.stream()
                .filter(set -> set.moment().isBefore(moment))
                .mapToLong(ChangeSet::size)
                .sum();
    }

    /** When the event at a place happened. */
    Instant moment(long place) {
        long end = 0;
        for (ChangeSet set : sets) {
            end += set.size();
            if (place < end) {
                return set.moment();
            }
        }
        throw new IllegalArgumentException("There is no event " + place);
    }

    /** The events from one place to before another. */
    List<Event> events(long from, long to) {
        List<Event> events = new ArrayList<>();
        long start = 0;
        for (ChangeSet set : sets) {
            long first = Math.max(from, start);
            long end = Math.min(to, start + set.size());
            if (first < end) {
                for (ThingChange thing : set.things(first - start, end - first)) {
                    events.add(new Event(from + events.size(), thing, set));
                }
            }
            start += set.size();
        }
        return events;
    }
}
