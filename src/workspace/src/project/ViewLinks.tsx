import { Link } from '../app/address';
import { count } from '../app/phrases';
import type { Project } from '../http/contract';
import { VIEWS, viewHref, type View } from './views';
import './ViewLinks.css';

interface Props {
  project: Project;
  view: View;
  openQuestions: number;
  openProposals: number;
}

export function ViewLinks({ project, view, openQuestions, openProposals }: Props) {
  const tallies: Partial<Record<View, [number, string]>> = {
    document: [openProposals, 'proposal'],
    questions: [openQuestions, 'question'],
  };
  return (
    <nav className="views" aria-label="Views of this project">
      <ul>
        {VIEWS.map(({ id, label }) => (
          <li key={id}>
            <Link href={viewHref(project.id, id)} aria-current={id === view ? 'page' : undefined}>
              {label}
              <Tally of={tallies[id]} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

// The name of a view stays the same whatever waits there, so the number is a description for the eye alone.
function Tally({ of }: { of: [number, string] | undefined }) {
  if (of === undefined || of[0] === 0) return null;
  return (
    <span className="tally" aria-hidden="true" title={count(...of)}>
      {of[0]}
    </span>
  );
}
