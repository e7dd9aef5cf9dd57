import { useEffect, useRef } from 'react';
import { Waiting } from '../../app/Waiting';
import type { Difference } from '../../http/contract';
import { useAnswer } from '../../http/useAnswer';
import type { Pair } from './pair';
import { SectionChanges } from './SectionChanges';
import { summaryOf } from './summary';

/** What is different in version `to`, word by word. */
export function DifferenceView({ projectId, from, to }: Pair & { projectId: string }) {
  const path = `/api/projects/${projectId}/document/diff?from=${from}&to=${to}`;
  const { value, problem, reload } = useAnswer<Difference>(path);
  const heading = useRef<HTMLHeadingElement>(null);
  const here = value !== null;
  useEffect(() => {
    if (here && document.activeElement?.tagName !== 'SELECT') heading.current?.focus();
  }, [here]);

  if (value === null) return <Waiting for="the difference" problem={problem} retry={reload} />;
  return (
    <article className="difference" aria-labelledby="difference-heading">
      <h3 id="difference-heading" ref={heading} tabIndex={-1}>
        From version {from} to version {to}
      </h3>
      <p className="hint">{summaryOf(value)}</p>
      {value.sections.map((section) => (
        <SectionChanges key={section.id} section={section} />
      ))}
    </article>
  );
}
