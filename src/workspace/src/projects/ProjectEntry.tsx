import { Link } from '../app/address';
import { count } from '../app/phrases';
import { Time } from '../app/Time';
import type { Project } from '../http/contract';
import { StatusBadge } from '../status/StatusBadge';

export function ProjectEntry({ project, kind }: { project: Project; kind: string }) {
  const { id, title, words, items, createdAt, document, latestJob } = project;
  return (
    <article className="entry">
      <h2>
        <Link href={`/projects/${id}`}>{title}</Link>
        {latestJob !== null && <StatusBadge status={latestJob.status} />}
      </h2>
      {document.summary && <p className="entry-summary">{document.summary}</p>}
      <p className="entry-facts">
        <span>{kind}</span>
        <span>{count(words, 'word')}</span>
        <span>{count(items, 'turn')}</span>
        <span>
          begun <Time at={createdAt} />
        </span>
      </p>
    </article>
  );
}
