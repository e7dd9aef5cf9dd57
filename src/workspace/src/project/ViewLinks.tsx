import { Link } from '../app/address';
import type { Project } from '../http/contract';
import { VIEWS, viewHref, type View } from './views';
import './ViewLinks.css';

interface Props {
  project: Project;
  view: View;
  openQuestions: number;
}

export function ViewLinks({ project, view, openQuestions }: Props) {
  return (
    <nav className="views" aria-label="Views of this project">
      <ul>
        {VIEWS.map(({ id, label }) => (
          <li key={id}>
            <Link href={viewHref(project.id, id)} aria-current={id === view ? 'page' : undefined}>
              {label}
              {id === 'questions' && openQuestions > 0 && (
                <span className="tally" aria-hidden="true">
                  {openQuestions}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
