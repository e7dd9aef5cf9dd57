import { useMedia, WIDE } from '../../app/useMedia';
import { Waiting } from '../../app/Waiting';
import { Link } from '../../app/address';
import type { Version } from '../../http/contract';
import { useAnswer } from '../../http/useAnswer';
import type { Desk } from '../document/desk';
import { viewHref } from '../views';
import { DifferenceView } from './DifferenceView';
import './HistoryView.css';
import { PairChooser } from './PairChooser';
import { pairOf } from './pair';
import { VersionEntry } from './VersionEntry';

interface Props {
  projectId: string;
  /** May name two versions to compare, by `from` and `to`. */
  query: URLSearchParams;
  /** Rises when there may be a new version. */
  stale: number;
  desk: Desk;
}

/** All versions of the document, and what is different between two of them. */
export function HistoryView({ projectId, query, stale, desk }: Props) {
  const path = `/api/projects/${projectId}/document/versions`;
  const { value, problem, reload } = useAnswer<Version[]>(path, stale);
  const wide = useMedia(WIDE);
  if (value === null) return <Waiting for="the history" problem={problem} retry={reload} />;
  const pair = pairOf(query, value);
  return (
    <section className="history" aria-labelledby="history-heading" data-pair={pair !== null}>
      <div className="history-head">
        <h2 id="history-heading">History</h2>
        {pair !== null && !wide && <Link href={viewHref(projectId, 'history')}>All versions</Link>}
        {value.length > 1 && <PairChooser projectId={projectId} versions={value} pair={pair} />}
      </div>
      {(pair === null || wide) && (
        <ol className="versions" aria-label="Versions">
          {value.map((version, at) => (
            <li key={version.number}>
              <VersionEntry
                projectId={projectId}
                version={version}
                before={value[at + 1]?.number ?? null}
                newest={at === 0}
                shown={version.number === pair?.to}
                restore={desk.canWrite ? desk.changes.restore : null}
              />
            </li>
          ))}
        </ol>
      )}
      {value.length === 0 && <p>Nothing has been written yet.</p>}
      {pair !== null && (
        <DifferenceView key={`${pair.from} ${pair.to}`} projectId={projectId} {...pair} />
      )}
    </section>
  );
}
