package org.w3id.urbis.loader.cli;

import java.lang.reflect.Field;
import java.util.List;
import org.apache.jena.base.module.Subsystem;
import org.apache.jena.base.module.SubsystemRegistryServiceLoader;
import org.apache.jena.riot.system.InitRIOT;
import org.apache.jena.shacl.sys.InitShacl;
import org.apache.jena.sparql.system.InitARQ;
import org.apache.jena.sys.InitJenaCore;
import org.apache.jena.sys.JenaSubsystemLifecycle;
import org.apache.jena.sys.JenaSystem;

/**
 * Starts of Jena what reading and judging files takes: the SPARQL server, the stores and what else lies on the classpath
 * take as long to start as all of that.
 *
 * <p>Jena has no public way to say which of its parts to start, only the field that this class sets. Should a later
 * release have no such field, all parts start as they do elsewhere.
 */
final class FewSubsystems {

    private static final List<JenaSubsystemLifecycle> WANTED =
            List.of(new InitJenaCore(), new InitRIOT(), new InitARQ(), new InitShacl());

    private FewSubsystems() {}

    /** Says what to start; it has to come before anything else of Jena. Returns whether Jena has taken it. */
    static boolean choose() {
        Subsystem<JenaSubsystemLifecycle> chosen = new Subsystem<>(JenaSubsystemLifecycle.class);
        chosen.setSubsystemRegistry(new Chosen());
        try {
            Field field = JenaSystem.class.getDeclaredField("singleton");
            field.setAccessible(true);
            field.set(null, chosen);
            return true;
        } catch (ReflectiveOperationException otherRelease) {
            return false;
        }
    }

    /** A list of parts that nobody looks for on the classpath. */
    private static final class Chosen extends SubsystemRegistryServiceLoader<JenaSubsystemLifecycle> {

        Chosen() {
            super(JenaSubsystemLifecycle.class);
            WANTED.forEach(this::add);
        }

        @Override
        public void load() {
            // All are there already.
        }
    }
}
