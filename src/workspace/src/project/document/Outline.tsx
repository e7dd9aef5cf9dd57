import type { Section } from '../../http/contract';
import { sectionAnchor } from '../views';
import './Outline.css';
import { useSectionInSight } from './useSectionInSight';

/** The sections by name: beside the document on a wide screen, folded above it on a small one. */
export function Outline({ sections, folded }: { sections: Section[]; folded: boolean }) {
  const inSight = useSectionInSight(sections);
  const list = (
    <ol>
      {sections.map(({ id, heading, blocks }) => (
        <li key={id} data-empty={blocks.length === 0 || undefined}>
          <a href={`#${sectionAnchor(id)}`} aria-current={id === inSight ? 'location' : undefined}>
            {heading}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="outline" aria-label="Sections">
      {folded ? (
        <details>
          <summary>Sections</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </nav>
  );
}
