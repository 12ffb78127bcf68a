package org.w3id.urbis.benchmark.replica;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A group of processes which together get a share of one processor, no more however idle the machine is, and that before what
 * else runs on it however busy it is: a control group of Linux, of version 1 or 2.
 *
 * @see <a href="https://docs.kernel.org/scheduler/sched-bwc.html">CFS Bandwidth Control</a>
 */
public final class ProcessorShare implements AutoCloseable {
    /** What is measured out at a time, microseconds: short, as a process that has used its part stands still until the next. */
    private static final long PERIOD = 10_000;

    private static final String PROCESSES = "cgroup.procs";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Place place;
    private final Path group;

    private ProcessorShare(Place place, Path group) {
        this.place = place;
        this.group = group;
    }

    /**
     * Where groups can be made, and how.
     *
     * @param period where the period is written, microseconds; empty if it is written behind the quota
     * @param quota  where is written how much of each period is had, microseconds
     * @param weight where is written what the group counts for beside others, and the most that this can be
     */
    private record Place(Path folder, String period, String quota, String weight, int most) {
        static Place of(Path folder, boolean second) {
            return second
                    ? new Place(folder, "", "cpu.max", "cpu.weight", 10_000)
                    : new Place(folder, "cpu.cfs_period_us", "cpu.cfs_quota_us", "cpu.shares", 262_144);
        }

        void limit(Path group, double share) throws IOException {
            long part = Math.round(share * PERIOD);
            if (period.isEmpty()) {
                write(group.resolve(quota), part + " " + PERIOD);
            } else {
                write(group.resolve(period), Long.toString(PERIOD));
                write(group.resolve(quota), Long.toString(part));
            }
        }
    }

    /**
     * Makes a group without processes and without a limit: they go before what else runs on the machine. To be made before this
     * process is held by one, as groups are made beside each other in the group of this process.
     *
     * @return the group, to be closed after its processes have ended
     * @throws IOException if this machine has no control groups, or does not let this process make one; says which
     */
    public static ProcessorShare make() throws IOException {
        List<Place> places = places();
        if (places.isEmpty()) {
            throw new IOException("This machine has no control groups, so no share of a processor can be given.");
        }
        List<String> refusals = new ArrayList<>();
        for (Place place : places) {
            Path group =
                    place.folder().resolve("urbis-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
            try {
                Files.createDirectory(group);
                write(group.resolve(place.weight()), Integer.toString(place.most()));
                return new ProcessorShare(place, group);
            } catch (IOException refused) {
                Files.deleteIfExists(group);
                refusals.add(refused.toString());
            }
        }
        throw new IOException("No share of a processor can be given, as no control group can be made that limits it: "
                + String.join("; ", refusals));
    }

    /**
     * Limits its processes from now on.
     *
     * @param share of one processor that they get together, above 0.1; 1 is the whole of one
     */
    public void limit(double share) throws IOException {
        place.limit(group, share);
    }

    /** Writes what the kernel reads; a file that is not there is a controller that is off, and must not be made. */
    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    }

    /** The group of this process and those around it, for each mounted hierarchy that limits processor time. */
    private static List<Place> places() throws IOException {
        List<Place> places = new ArrayList<>();
        Path mounts = Path.of("/proc/self/mounts");
        for (String line : Files.exists(mounts) ? Files.readAllLines(mounts) : List.<String>of()) {
            String[] mount = line.split(" ");
            boolean second = mount[2].equals("cgroup2");
            if (second
                    || mount[2].equals("cgroup") && List.of(mount[3].split(",")).contains("cpu")) {
                Path root = Path.of(mount[1]);
                for (Path own = root.resolve(own(second)); own.startsWith(root); own = own.getParent()) {
                    places.add(Place.of(own, second));
                }
            }
        }
        return places;
    }

    /** The path of this process within a hierarchy. */
    private static String own(boolean second) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/cgroup"))) {
            String[] parts = line.split(":", 3);
            if (second ? parts[1].isEmpty() : List.of(parts[1].split(",")).contains("cpu")) {
                return parts[2].substring(1);
            }
        }
        return "";
    }

    /** Holds a process, all of its threads and whatever it starts from now on, to the share. */
    public void hold(long process) throws IOException {
        write(group.resolve(PROCESSES), Long.toString(process));
    }

    /** Takes the group away; processes that are still in it go back to the one around it, and are held no more. */
    @Override
    public void close() throws IOException {
        for (String process : Files.readAllLines(group.resolve(PROCESSES))) {
            write(group.resolveSibling(PROCESSES), process);
        }
        Files.delete(group);
    }
}
