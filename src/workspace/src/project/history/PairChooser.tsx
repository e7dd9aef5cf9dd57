import { go } from '../../app/address';
import type { Version } from '../../http/contract';
import { differenceHref } from '../views';
import type { Pair } from './pair';

interface Props {
  projectId: string;
  /** Newest first, two at least. */
  versions: Version[];
  pair: Pair | null;
}

/** Any two versions, the newest against the one before where none are chosen yet. */
export function PairChooser({ projectId, versions, pair }: Props) {
  const { from, to } = pair ?? { from: versions[1]!.number, to: versions[0]!.number };
  const chooser = (label: string, value: number, choose: (number: number) => Pair) => (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = choose(Number(target.value));
          go(differenceHref(projectId, chosen.from, chosen.to), { replace: true });
        }}
      >
        {versions.map(({ number }) => (
          <option key={number} value={number}>
            version {number}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="pair" role="group" aria-label="Compare two versions">
      {chooser('Compare', from, (number) => ({ from: number, to }))}
      {chooser('with', to, (number) => ({ from, to: number }))}
    </div>
  );
}
