import { Link } from '../app/address';
import { count, duration } from '../app/phrases';
import { useNow } from '../app/useNow';
import type { Job, Kind, Project } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { isWaitingOrAtWork } from '../status/badge';
import { LiveStatusBadge } from '../status/StatusBadge';
import { GoOnTalking } from './GoOnTalking';
import './ProjectHeader.css';
import { remarkOn } from './remarks';
import type { Drafting } from './useDrafting';

interface Props {
  project: Project;
  /** Rises when a conversation may have begun or ended. */
  stale: number;
  canWrite: boolean;
  drafting: Drafting;
}

export function ProjectHeader({ project, stale, canWrite, drafting }: Props) {
  const { id, title, kind, words, items, latestJob } = project;
  const notice = project.notice ?? remarkOn(id);
  const kinds = useAnswer<Kind[]>('/api/kinds').value ?? [];
  const busy = isWaitingOrAtWork(latestJob?.status);
  return (
    <header className="project-header">
      <div className="project-title">
        <p className="project-up">
          <Link href="/">All projects</Link>
        </p>
        <h1>{title}</h1>
        <p className="project-facts">
          <span>{kinds.find((one) => one.id === kind)?.label ?? kind}</span>
          <span>{count(words, 'word')}</span>
          <span>{count(items, 'turn')}</span>
        </p>
        {notice && <p className="project-notice">{notice}</p>}
      </div>
      <div className="project-work">
        <p className="project-status">
          <LiveStatusBadge status={latestJob?.status} />
          {latestJob?.status === 'running' && <Elapsed job={latestJob} />}
        </p>
        <a className="button" href={`/api/projects/${id}/export/markdown`} download>
          Download Markdown
        </a>
        {canWrite && (
          <button
            type="button"
            aria-disabled={drafting.asking}
            onClick={() => void (drafting.asking || drafting.ask())}
          >
            Draft now
          </button>
        )}
        <GoOnTalking projectId={id} stale={stale} canWrite={canWrite} />
      </div>
      {busy && <div className="under-way" aria-hidden="true" />}
    </header>
  );
}

// Outside the badge: its text is read out at every change, and seconds are not news.
function Elapsed({ job }: { job: Job }) {
  const elapsed = useNow(1_000) - Date.parse(job.startedAt ?? job.createdAt);
  return elapsed < 1_000 ? null : <span className="elapsed">{duration(elapsed)}</span>;
}
