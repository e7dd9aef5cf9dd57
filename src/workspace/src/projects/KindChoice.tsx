import { useId } from 'react';
import type { Kind } from '../http/contract';

interface Props {
  kinds: Kind[];
  chosen: string;
  choose: (kind: string) => void;
}

/** The kinds of book, each described by the outline it starts from. */
export function KindChoice({ kinds, chosen, choose }: Props) {
  const id = useId();
  return (
    <fieldset className="field kinds">
      <legend>Kind</legend>
      {kinds.map((kind) => (
        <div key={kind.id} className="kind">
          <input
            id={`${id}-${kind.id}`}
            type="radio"
            name={`${id}-kind`}
            value={kind.id}
            checked={kind.id === chosen}
            aria-describedby={`${id}-${kind.id}-outline`}
            onChange={() => choose(kind.id)}
          />
          <label htmlFor={`${id}-${kind.id}`}>{kind.label}</label>
          <p id={`${id}-${kind.id}-outline`} className="hint">
            {kind.outline.map(({ heading }) => heading).join('\u00a0· ')}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
