/// Drafting work to be done. Two tables: one slot a project (idle, ready, running), which every transition updates as a
/// single row, and one record a job.
///
/// What always holds: at most one job of a project runs and at most one update waits;
/// refinements, which never merge, stand in line with it, and the slot names whoever comes next. `epoch` rises at every claim and fences
/// every later write, so a worker that lost its lease changes nothing. An attempt is counted when it is claimed and given
/// back by a polite shutdown. All changes join the caller's transaction; hints go out after its commit. A plain request is
/// one call of the database (`draft_ask`), also as a transaction of its own where there is nothing else to change.
///
///     idle ──enqueue──▶ ready ──claim──▶ running ──finish──▶ idle, or ready where a request waits
///                         ▲                 │
///                         └── failed, lost ─┘  three attempts, then the job ends in error
///
/// The rooms come in by [DraftQueue], the operator by [QueueCare], who may withdraw a job that waits or runs: that is an
/// end like any other, and raises the epoch where a worker still thinks that it runs the job.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "project", "feed"})
@NullMarked
package ghostwriter.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
