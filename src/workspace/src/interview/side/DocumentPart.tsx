import type { Project } from '../../http/contract';
import { useDrafting } from '../../project/useDrafting';
import { isWaitingOrAtWork } from '../../status/badge';
import { LiveStatusBadge } from '../../status/StatusBadge';
import type { Book } from '../useBook';

interface Props {
  project: Project;
  say: Book['say'];
  canWrite: boolean;
}

/** How far the document is; it is written meanwhile. */
export function DocumentPart({ project, say, canWrite }: Props) {
  const { id, document, latestJob } = project;
  const drafting = useDrafting(id, say);
  return (
    <section className="side-part" aria-labelledby="side-document">
      <div className="side-head">
        <h2 id="side-document">Document</h2>
        <LiveStatusBadge status={latestJob?.status} />
      </div>
      <p className={document.summary ? 'side-words' : 'side-remark'}>
        {document.summary || expectation(project)}
      </p>
      {canWrite && !isWaitingOrAtWork(latestJob?.status) && (
        <button
          type="button"
          className="plain"
          aria-disabled={drafting.asking}
          onClick={() => void (drafting.asking || drafting.ask())}
        >
          {latestJob?.status === 'error' ? 'Try again' : 'Draft now'}
        </button>
      )}
    </section>
  );
}

function expectation({ latestJob }: Project): string {
  return isWaitingOrAtWork(latestJob?.status)
    ? 'The first draft is being written.'
    : 'Nothing is written yet. Say “draft that” when there is enough.';
}
