import { useState } from 'react';
import { Link } from '../../app/address';
import { Time } from '../../app/Time';
import type { Version } from '../../http/contract';
import { differenceHref } from '../views';

interface Props {
  projectId: string;
  version: Version;
  /** The version before it; null for the first. */
  before: number | null;
  newest: boolean;
  shown: boolean;
  /** Null for whoever only reads. */
  restore: ((version: number) => Promise<void>) | null;
}

export function VersionEntry({ projectId, version, before, newest, shown, restore }: Props) {
  const { number, summary, restored, createdAt } = version;
  return (
    <article className="version" data-shown={shown || undefined} aria-label={`Version ${number}`}>
      <p className="version-head">
        <strong>Version {number}</strong>
        <span>{madeBy(version)}</span>
        <Time at={createdAt} />
        {newest && <span className="version-now">what stands now</span>}
      </p>
      {restored !== null && <p className="version-summary">Restores version {restored}.</p>}
      {summary !== '' && <p className="version-summary">{summary}</p>}
      <div className="version-tools">
        {before !== null && (
          <Link
            href={differenceHref(projectId, before, number)}
            aria-current={shown ? 'true' : undefined}
          >
            What changed<span className="unseen"> in version {number}</span>
          </Link>
        )}
        {!newest && restore !== null && <Restore number={number} restore={restore} />}
      </div>
    </article>
  );
}

function Restore({
  number,
  restore,
}: {
  number: number;
  restore: (version: number) => Promise<void>;
}) {
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <button type="button" className="plain" onClick={() => setSure(true)}>
        Restore<span className="unseen"> version {number}</span>
      </button>
    );
  const question = `Make version ${number} what stands? What stands now stays in the history.`;
  return (
    <div className="version-sure" role="group" aria-label={question}>
      <p>{question}</p>
      <button type="button" autoFocus onClick={() => setSure(false)}>
        Leave it
      </button>
      <button
        type="button"
        className="primary"
        onClick={() => void restore(number).then(() => setSure(false))}
      >
        Restore it
      </button>
    </div>
  );
}

function madeBy({ origin, personName }: Version): string {
  if (origin === 'draft') return 'drafted';
  return personName === null ? 'by hand' : `by ${personName}`;
}
