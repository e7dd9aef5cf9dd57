import type { Audit, Project } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import './AuditNotice.css';

const WHAT: Record<string, string> = {
  gap: 'a turn is missing',
  duplicate: 'two turns claim one place',
  order: 'turns stand in another order than they were said in',
  missing: 'something that was said is not stored',
  unknown: 'something is stored that nobody said',
  words: 'a turn is stored with other words',
  state: 'a turn is stored as something else',
  dangling_source: 'a paragraph cites a turn that is not there',
  dangling_pointer: 'a note, a passage or a draft points to a turn that is not there',
  unreadable: 'the transcript cannot be read',
};

/** Tells the operator what the nightly check found; nothing where all is well. */
export function AuditNotice({ projects }: { projects: Project[] }) {
  const { value: audit } = useAnswer<Audit>('/api/audit');
  if (audit === null || audit.count === 0) return null;
  return (
    <section className="audit-notice" aria-label="Nightly check">
      <h2>The nightly check found something</h2>
      <ul>
        {summed(audit).map(({ kind, projectId, times }) => (
          <li key={kind + projectId}>
            {projects.find(({ id }) => id === projectId)?.title ?? projectId}: {WHAT[kind] ?? kind}
            {times > 1 && ` (${times} times)`}.
          </li>
        ))}
      </ul>
      <p>The server’s log names the turns. A backup from before the night helps to mend them.</p>
    </section>
  );
}

function summed({ findings }: Audit) {
  const sums = new Map<string, { kind: string; projectId: string; times: number }>();
  for (const { kind, projectId } of findings) {
    const sum = sums.get(kind + projectId) ?? { kind, projectId, times: 0 };
    sums.set(kind + projectId, { ...sum, times: sum.times + 1 });
  }
  return [...sums.values()];
}
